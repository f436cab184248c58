// A tally as bytes, for the next build, and back. They hold ids and closed values, as facts do.
#include <algorithm>

#include "content/image.h"
#include "formats/hash/hash.h"
#include "rules/registration/tally.h"

namespace cenacle::rules {

namespace {

using content::ImageReader;
using content::ImageWriter;
using model::Registration;

/// Changes whenever what follows does, or what the tally makes of a fact.
constexpr std::string_view version = "cenacle tally 1\n";

/// Small numbers of both signs (zigzag).
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0);
}
std::int64_t unfolded(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1)); }

void put(const Counts::Numbers& numbers, ImageWriter& out) {
  out.number(numbers.size());
  for (const auto& [id, count] : numbers) out.text(id), out.number(folded(count));
}

Counts::Numbers numbers(ImageReader& in) {
  Counts::Numbers all;
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    std::string id(in.text());
    all[std::move(id)] = unfolded(in.number());
  }
  return all;
}

void put(const Counts& counts, ImageWriter& out) {
  out.number(counts.objects.size());
  for (const auto& [object, paths] : counts.objects) {
    out.text(object);
    out.number(paths.size());
    for (const auto& [path, of] : paths) {
      out.text(path), out.number(folded(of.taken)), out.number(folded(of.waiting));
      put(of.bodies, out), put(of.profiles, out);
    }
  }
  out.number(counts.networks.size());
  for (const auto& [network, changes] : counts.networks) {
    out.text(network);
    out.number(changes.size());
    for (const auto& [change, by] : changes)
      out.number(folded(change.month)), out.text(change.body), out.text(change.paths), out.number(folded(by));
  }
  out.number(counts.surveys.size());
  for (const auto& [survey, answers] : counts.surveys) {
    out.number(static_cast<std::uint64_t>(survey));
    out.number(answers.size());
    for (const auto& [question, choices] : answers) out.text(question), put(choices, out);
  }
}

Counts counts_of(ImageReader& in) {
  Counts counts;
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    auto& paths = counts.objects[std::string(in.text())];
    for (std::size_t p = in.count(); p > 0 && in.ok(); --p) {
      Counts::Of& of = paths[std::string(in.text())];
      of.taken = unfolded(in.number()), of.waiting = unfolded(in.number());
      of.bodies = numbers(in), of.profiles = numbers(in);
    }
  }
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    auto& changes = counts.networks[std::string(in.text())];
    for (std::size_t c = in.count(); c > 0 && in.ok(); --c) {
      Counts::Change change;
      change.month = static_cast<std::int32_t>(unfolded(in.number()));
      change.body = in.text(), change.paths = in.text();
      changes[std::move(change)] = unfolded(in.number());
    }
  }
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    auto& answers = counts.surveys[static_cast<std::int64_t>(in.number())];
    for (std::size_t q = in.count(); q > 0 && in.ok(); --q) {
      std::string question(in.text());
      answers[std::move(question)] = numbers(in);
    }
  }
  return counts;
}

/// What a registration that is not over still adds to counts; the rest of it no count needs.
void put(const Registration& it, ImageWriter& out) {
  out.number(static_cast<std::uint64_t>(it.id));
  for (const std::string* text : {&it.network, &it.path, &it.object, &it.body, &it.person, &it.partner, &it.profile})
    out.text(*text);
  out.text(model::word(it.state));
  out.number(it.holds ? 1 : 0);
  out.number(static_cast<std::uint64_t>(it.terms));
}

Registration registration(ImageReader& in) {
  Registration it;
  it.id = static_cast<std::int64_t>(in.number());
  for (std::string* text : {&it.network, &it.path, &it.object, &it.body, &it.person, &it.partner, &it.profile})
    *text = in.text();
  it.state = model::state_of(in.text()).value_or(model::State::requested);
  it.holds = in.number() == 1;
  it.terms = static_cast<std::int64_t>(in.number());
  return it;
}

}  // namespace

std::string Tally::encode() const {
  std::string body;
  ImageWriter out(&body);
  out.text(zone_);
  out.number(static_cast<std::uint64_t>(last_)), out.number(mark_);
  put(counts_, out);
  std::vector<const Registration*> live;
  for (const auto& [id, it] : live_) live.push_back(&it);
  std::sort(live.begin(), live.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  out.number(live.size());
  for (const Registration* it : live) put(*it, out);
  out.number(surveys_.size());
  for (const std::int64_t request : surveys_) out.number(static_cast<std::uint64_t>(request));
  out.number(answered_.size());
  for (const auto& [who, choices] : answered_) out.text(who.first), out.text(who.second), out.text(choices);
  std::string image(version);
  ImageWriter(&image).number(hash::of(body));
  return image + body;
}

std::optional<Tally> Tally::decode(std::string_view image, std::string_view zone) {
  if (!image.starts_with(version)) return std::nullopt;
  image.remove_prefix(version.size());
  ImageReader head(image);
  const std::uint64_t wanted = head.number();
  if (!head.ok() || hash::of(head.rest()) != wanted) return std::nullopt;
  ImageReader in(head.rest());
  Tally tally{std::string(in.text())};
  if (tally.zone_ != zone) return std::nullopt;
  tally.last_ = static_cast<std::int64_t>(in.number());
  tally.mark_ = in.number();
  tally.counts_ = counts_of(in);
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    Registration it = registration(in);
    const Registration& kept = tally.live_.insert_or_assign(it.id, std::move(it)).first->second;
    tally.list(kept, true);
  }
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) tally.surveys_.insert(static_cast<std::int64_t>(in.number()));
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    std::string survey(in.text()), who(in.text());
    tally.answered_[{std::move(survey), std::move(who)}] = in.text();
  }
  if (!in.at_end()) return std::nullopt;
  return tally;
}

std::uint64_t Tally::digest() const {
  std::string bytes;
  ImageWriter out(&bytes);
  put(counts_, out);
  return hash::of(bytes);
}

}  // namespace cenacle::rules
