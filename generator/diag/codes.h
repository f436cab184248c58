// Every kind of mistake, by name. Each has a page in diag/pages/NAME.md and a golden case in tests/golden.
#pragma once

#include <span>
#include <string_view>

#include "diag/diagnostics.h"

// X(identifier, name, severity), by subject and in alphabetical order.
#define CENACLE_CODES(X)                                      \
  /* TOML, and what people write in its place */              \
  X(accented_key, "accented-key", error)                      \
  X(colon_for_equals, "colon-for-equals", error)              \
  X(control_character, "control-character", error)            \
  X(curly_quotes, "curly-quotes", error)                      \
  X(french_boolean, "french-boolean", error)                  \
  X(french_date, "french-date", error)                        \
  X(french_number, "french-number", error)                    \
  X(french_time, "french-time", error)                        \
  X(no_break_space, "no-break-space", error)                  \
  X(no_such_day, "no-such-day", error)                        \
  X(quote_in_text, "quote-in-text", error)                    \
  X(toml_syntax, "toml-syntax", error)                        \
  X(unquoted_text, "unquoted-text", error)                    \
  /* files */                                                 \
  X(bad_file_name, "bad-file-name", error)                    \
  X(front_matter_missing, "front-matter-missing", error)      \
  X(front_matter_unclosed, "front-matter-unclosed", error)    \
  X(front_matter_yaml, "front-matter-yaml", error)            \
  X(lock_conflict, "lock-conflict", error)                    \
  X(network_missing, "network-missing", error)                \
  X(not_utf8, "not-utf8", error)                              \
  X(portal_missing, "portal-missing", error)                  \
  X(unexpected_file, "unexpected-file", warning)              \
  X(unreadable_file, "unreadable-file", error)                \
  /* keys and values */                                       \
  X(bad_address, "bad-address", error)                        \
  X(bad_amount, "bad-amount", error)                          \
  X(bad_csv, "bad-csv", error)                                \
  X(bad_mail, "bad-mail", error)                              \
  X(bad_value, "bad-value", error)                            \
  X(duplicate_id, "duplicate-id", error)                      \
  X(ends_before_start, "ends-before-start", error)            \
  X(missing_key, "missing-key", error)                        \
  X(not_an_occurrence, "not-an-occurrence", error)            \
  X(rate_without_audit, "rate-without-audit", error)          \
  X(recurrence_empty, "recurrence-empty", error)              \
  X(recurrence_endless, "recurrence-endless", error)          \
  X(recurrence_start, "recurrence-start", error)              \
  X(recurrence_too_long, "recurrence-too-long", error)        \
  X(time_in_gap, "time-in-gap", warning)                      \
  X(unknown_key, "unknown-key", error)                        \
  X(unknown_time_zone, "unknown-time-zone", error)            \
  X(wrong_type, "wrong-type", error)                          \
  /* what leads elsewhere */                                  \
  X(address_clash, "address-clash", error)                    \
  X(broken_anchor, "broken-anchor", error)                    \
  X(broken_link, "broken-link", error)                        \
  X(meeting_id_copied, "meeting-id-copied", error)            \
  X(meeting_id_missing, "meeting-id-missing", error)          \
  X(restricted_link, "restricted-link", error)                \
  X(unknown_article, "unknown-article", error)                \
  X(unknown_reference, "unknown-reference", error)            \
  X(unused_file, "unused-file", warning)                      \
  /* Markdown */                                              \
  X(heading_skipped, "heading-skipped", warning)              \
  X(image_without_text, "image-without-text", error)          \
  X(link_without_text, "link-without-text", error)            \
  X(raw_html, "raw-html", error)                              \
  X(unreadable_text, "unreadable-text", error)                \
  X(unsafe_link, "unsafe-link", error)                        \
  /* lists of people */                                       \
  X(ambiguous_name, "ambiguous-name", error)                  \
  X(garbled_text, "garbled-text", error)                      \
  X(other_body, "other-body", warning)                        \
  X(person_departed, "person-departed", warning)              \
  X(person_twice, "person-twice", error)                      \
  X(roster_column, "roster-column", warning)                  \
  X(roster_column_twice, "roster-column-twice", error)        \
  X(roster_conflict, "roster-conflict", warning)              \
  X(same_name, "same-name", warning)                          \
  X(shared_mailbox, "shared-mailbox", error)                  \
  X(unclear_name, "unclear-name", error)                      \
  X(unknown_profile, "unknown-profile", warning)              \
  /* rules of charters */                                     \
  X(calendar_ahead, "calendar-ahead", warning)                \
  X(clash, "clash", warning)                                  \
  X(holders, "holders", warning)                              \
  X(public_holiday, "public-holiday", warning)                \
  X(rhythm, "rhythm", warning)                                \
  X(season, "season", warning)                                \
  X(seats, "seats", error)                                    \
  X(sessions, "sessions", warning)                            \
  X(weekday, "weekday", error)                                \
  X(yearly, "yearly", warning)                                \
  /* rules of registration */                                 \
  X(endless_offer, "endless-offer", error)                    \
  X(endless_state, "endless-state", error)                    \
  X(impossible_rule, "impossible-rule", error)                \
  X(incomplete_path, "incomplete-path", error)                \
  X(no_queue, "no-queue", error)                              \
  X(silent_rule, "silent-rule", error)                        \
  X(unreachable_state, "unreachable-state", error)            \
  /* workflows */                                             \
  X(empty_audience, "empty-audience", error)                  \
  X(idle_step, "idle-step", error)                            \
  /* themes */                                                \
  X(theme_missing, "theme-missing", error)                    \
  /* templates */                                             \
  X(template_argument, "template-argument", error)            \
  X(template_block, "template-block", error)                  \
  X(template_depth, "template-depth", error)                  \
  X(template_include, "template-include", error)              \
  X(template_name, "template-name", error)                    \
  X(template_optional, "template-optional", error)            \
  X(template_runtime, "template-runtime", error)              \
  X(template_syntax, "template-syntax", error)                \
  X(template_type, "template-type", error)                    \
  X(template_word, "template-word", error)

namespace cenacle::diag {

namespace code {
#define CENACLE_DECLARE(identifier, name, severity) inline constexpr Code identifier{name, Severity::severity};
CENACLE_CODES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
}  // namespace code

/// All codes, in the order of the list above.
std::span<const Code> all_codes();

/// The page that explains a code: Markdown text in English, or nothing for an unknown name.
std::string_view explanation(std::string_view name);

}  // namespace cenacle::diag
