// A message → its bytes, by GMime.
#include <gmime/gmime.h>

#include <charconv>
#include <memory>
#include <mutex>

#include <fmt/format.h>

#include "formats/locale/locale.h"
#include "formats/mime/fields.h"
#include "formats/mime/mime.h"

namespace cenacle::mime {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

struct FreeOptions {
  void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};

/// Once for the process. CRLF on output; long parameters (French file names) by RFC 2231.
const GMimeFormatOptions* format() {
  static const auto options = [] {
    g_mime_init();
    std::unique_ptr<GMimeFormatOptions, FreeOptions> made(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(made.get(), GMIME_NEWLINE_FORMAT_DOS);
    g_mime_format_options_set_param_encoding_method(made.get(), GMIME_PARAM_ENCODING_METHOD_RFC2231);
    return made;
  }();
  return options.get();
}

GMimeFormatOptions* options() { return const_cast<GMimeFormatOptions*>(format()); }

base::Failure refused(std::string_view what, std::string_view value) {
  return {base::FailureKind::disk, fmt::format("a mail cannot have {} {:?}", what, visible_line(value))};
}

/// What is wrong with the message, if anything.
std::optional<base::Failure> judge(const Message& message) {
  for (const Mailbox* box : {&message.from, &message.to})
    if (!is_address(box->address)) return refused("the address", box->address);
  if (message.reply_to && !is_address(message.reply_to->address))
    return refused("the address", message.reply_to->address);
  if (!is_message_id(message.id)) return refused("the Message-ID", message.id);
  if (!message.thread.empty() && !is_message_id(message.thread)) return refused("the Message-ID", message.thread);
  if (!message.list_id.empty() && !is_list_id(message.list_id)) return refused("the List-Id", message.list_id);
  if (!message.list_unsubscribe.empty() && !is_plain_url(message.list_unsubscribe))
    return refused("the List-Unsubscribe", message.list_unsubscribe);
  if (!message.calendar.empty() && !is_token(message.method)) return refused("the METHOD", message.method);
  return std::nullopt;
}

/// A part whose bytes are written as they are, encoded. GMime's own text parts would be given another charset
/// (interop).
Held<GMimePart> part_of(const char* type, const char* subtype, std::string_view bytes, GMimeContentEncoding encoding) {
  Held<GMimePart> part(g_mime_part_new_with_type(type, subtype));
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), encoding);
  return part;
}

void set_parameter(GMimePart* part, const char* name, const std::string& value) {
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), name, value.c_str());
}

Held<GMimePart> text_part(const char* subtype, std::string_view text) {
  Held<GMimePart> part = part_of("text", subtype, text_body(text), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  set_parameter(part.get(), "charset", "utf-8");
  return part;
}

/// For clients to show as an invitation (RFC 6047 §2.4): the MIME method is the body's, and there is no Content-ID.
Held<GMimePart> calendar_part(const Message& message) {
  Held<GMimePart> part = part_of("text", "calendar", message.calendar, GMIME_CONTENT_ENCODING_BASE64);
  set_parameter(part.get(), "charset", "utf-8");
  set_parameter(part.get(), "method", message.method);
  return part;
}

Held<GMimePart> attachment(const std::string& name, const char* type, const char* subtype, std::string_view bytes) {
  Held<GMimePart> part = part_of(type, subtype, bytes, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part.get(), name.c_str());
  return part;
}

Held<GMimePart> file_part(const File& file) {
  const std::size_t slash = file.media_type.find('/');
  std::string type = file.media_type.substr(0, slash);
  std::string subtype = slash == std::string::npos ? "" : file.media_type.substr(slash + 1);
  if (!is_token(type) || !is_token(subtype) || type == "multipart" || type == "message")
    type = "application", subtype = "octet-stream";
  Held<GMimePart> part = attachment(file_name(file.name), type.c_str(), subtype.c_str(), file.bytes);
  if (type == "text") set_parameter(part.get(), "charset", "utf-8");
  return part;
}

/// No part can hold its boundary: neither quoted-printable nor base64 writes "=_" (RFC 2045 §6.7). The same each time.
Held<GMimeMultipart> multipart(const char* subtype, const Message& message, int depth) {
  Held<GMimeMultipart> parts(g_mime_multipart_new_with_subtype(subtype));
  const std::string boundary =
      fmt::format("=_{}_{}", depth, message.id.substr(0, std::min<std::size_t>(message.id.find('@'), 40)));
  g_mime_multipart_set_boundary(parts.get(), boundary.c_str());
  return parts;
}

template <class Part>
void add(GMimeMultipart* parts, const Held<Part>& part) {
  g_mime_multipart_add(parts, GMIME_OBJECT(part.get()));
}

Held<GMimeMultipart> body_of(const Message& message) {
  Held<GMimeMultipart> alternative = multipart("alternative", message, 1);
  add(alternative.get(), text_part("plain", message.text));
  add(alternative.get(), text_part("html", message.html));
  if (!message.calendar.empty()) add(alternative.get(), calendar_part(message));
  if (message.calendar.empty() && message.files.empty()) return alternative;
  Held<GMimeMultipart> mixed = multipart("mixed", message, 0);
  add(mixed.get(), alternative);
  if (!message.calendar.empty()) add(mixed.get(), attachment("invite.ics", "application", "ics", message.calendar));
  for (const File& file : message.files) add(mixed.get(), file_part(file));
  return mixed;
}

/// A field as it is: GMime would encode a long address as words (interop). `value` is printable ASCII.
void set_raw(GMimeMessage* letter, const char* name, const std::string& value) {
  GMimeHeaderList* const headers = g_mime_object_get_header_list(GMIME_OBJECT(letter));
  g_mime_header_list_append(headers, name, "", nullptr);
  GMimeHeader* const header = g_mime_header_list_get_header(headers, name);
  g_mime_header_set_raw_value(header, (" " + value + "\n").c_str());
}

/// A name is a phrase: without the signs that addresses are told apart by, and what would be read as an encoded word.
std::string phrase(std::string_view name) {
  std::string text = visible_line(name);
  for (char& c : text)
    if (std::string_view("\"\\<>@,;:").find(c) != std::string_view::npos) c = ' ';
  for (std::size_t at = 0; (at = text.find("=?", at)) != std::string::npos;) text.replace(at, 2, " ");
  return visible_line(text);
}

std::string list_id(const Message& message) {
  const std::string name = phrase(message.list_name);
  if (name.empty()) return fmt::format("<{}>", message.list_id);
  char* const encoded = g_mime_utils_header_encode_phrase(options(), name.c_str(), "utf-8");
  std::string value = fmt::format("{} <{}>", encoded, message.list_id);
  g_free(encoded);
  std::erase(value, '\n');
  return value;
}

void set_mailbox(GMimeMessage* letter, GMimeAddressType field, const Mailbox& box) {
  const std::string name = phrase(box.name);
  const Held<InternetAddress> address(
      internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), box.address.c_str()));
  internet_address_set_charset(address.get(), "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(letter, field), address.get());
}

/// RFC 5322 §3.3, in UTC.
std::string date_of(base::Instant instant) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

}  // namespace

base::Result<std::string> write(const Message& message) {
  if (auto why = judge(message)) return *std::move(why);
  format();
  const Held<GMimeMessage> letter(g_mime_message_new(FALSE));
  set_mailbox(letter.get(), GMIME_ADDRESS_TYPE_FROM, message.from);
  if (message.reply_to) set_mailbox(letter.get(), GMIME_ADDRESS_TYPE_REPLY_TO, *message.reply_to);
  set_mailbox(letter.get(), GMIME_ADDRESS_TYPE_TO, message.to);
  g_mime_message_set_subject(letter.get(), visible_line(message.subject).c_str(), "utf-8");
  set_raw(letter.get(), "Date", date_of(message.date));
  set_raw(letter.get(), "Message-ID", fmt::format("<{}>", message.id));
  if (!message.thread.empty()) set_raw(letter.get(), "References", fmt::format("<{}>", message.thread));
  set_raw(letter.get(), "Auto-Submitted", "auto-generated");
  if (!message.list_id.empty()) set_raw(letter.get(), "List-Id", list_id(message));
  if (!message.list_unsubscribe.empty())
    set_raw(letter.get(), "List-Unsubscribe", fmt::format("<{}>", message.list_unsubscribe));
  const Held<GMimeMultipart> body = body_of(message);
  g_mime_message_set_mime_part(letter.get(), GMIME_OBJECT(body.get()));

  GByteArray* const bytes = g_byte_array_new();
  const Held<GMimeStream> out(g_mime_stream_mem_new_with_byte_array(bytes));  // frees `bytes`
  g_mime_object_write_to_stream(GMIME_OBJECT(letter.get()), options(), out.get());
  return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

}  // namespace cenacle::mime
