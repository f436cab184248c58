// What a browser or a calendar client is told that a file is.
#include "web/media_type.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cenacle::web {

std::string_view media_type(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".ics", "text/calendar; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".gif", "image/gif"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".pdf", "application/pdf"},
      {".odt", "application/vnd.oasis.opendocument.text"},
      {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
      {".odp", "application/vnd.oasis.opendocument.presentation"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {".zip", "application/zip"},
  };
  if (path.ends_with("sitemap.xml")) return "application/xml; charset=utf-8";
  if (path.ends_with(".xml")) return "application/atom+xml; charset=utf-8";  // a feed: the generator makes no other
  const auto* found =
      std::find_if(std::begin(types), std::end(types), [&](const auto& type) { return path.ends_with(type.first); });
  return found == std::end(types) ? "application/octet-stream" : found->second;
}

}  // namespace cenacle::web
