// ATTENDEE, ORGANIZER and ATTACH with their parameters. RFC 5545 §3.2, RFC 6868 (libical decodes the caret).
#include "formats/ical/participant_reader.h"

#include <libical/ical.h>

#include "base/text.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

/// "mailto:" in any case; an address without it where some write one; "" for anything else.
std::string mail_of(const char* address) {
  if (address == nullptr) return "";
  std::string text = clean_uri(address);
  constexpr std::string_view scheme = "mailto:";
  if (same(std::string_view(text).substr(0, scheme.size()), scheme)) text.erase(0, scheme.size());
  const bool is_other_scheme = text.find(':') != text.npos || text.find('@') == text.npos;
  return is_other_scheme ? "" : clean_uri(text);
}

template <class Get>
auto parameter(icalproperty* property, icalparameter_kind kind, Get get) -> decltype(get(nullptr)) {
  icalparameter* found = icalproperty_get_first_parameter(property, kind);
  return found == nullptr ? decltype(get(nullptr)){} : get(found);
}

std::string text_parameter(icalproperty* property, icalparameter_kind kind, const char* (*get)(const icalparameter*)) {
  const char* text = parameter(property, kind, get);
  return text == nullptr ? "" : clean_line(text);
}

/// The first of a list of addresses in quotes.
std::string first_mail(const std::string& list) {
  std::string_view first = base::split(list, ',').front();
  if (first.starts_with('"')) first.remove_prefix(1);
  if (first.ends_with('"')) first.remove_suffix(1);
  return mail_of(std::string(first).c_str());
}

Participant::Answer answer_of(icalparameter_partstat partstat) {
  switch (partstat) {
    case ICAL_PARTSTAT_ACCEPTED:
      return Participant::Answer::accepted;
    case ICAL_PARTSTAT_DECLINED:
      return Participant::Answer::declined;
    case ICAL_PARTSTAT_TENTATIVE:
      return Participant::Answer::tentative;
    case ICAL_PARTSTAT_DELEGATED:
      return Participant::Answer::delegated;
    default:
      return Participant::Answer::needs_action;
  }
}

}  // namespace

std::optional<Participant> read_participant(icalproperty_impl* property) {
  const icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_CALADDRESS_VALUE) return std::nullopt;
  Participant participant;
  participant.mail = mail_of(icalvalue_get_caladdress(value));
  if (participant.mail.empty())  // RFC 7986 §6.2, for addresses that are none
    participant.mail = mail_of(text_parameter(property, ICAL_EMAIL_PARAMETER, icalparameter_get_email).c_str());
  if (participant.mail.empty()) return std::nullopt;
  participant.name = text_parameter(property, ICAL_CN_PARAMETER, icalparameter_get_cn);
  participant.answer = answer_of(parameter(property, ICAL_PARTSTAT_PARAMETER, icalparameter_get_partstat));
  const auto role = parameter(property, ICAL_ROLE_PARAMETER, icalparameter_get_role);
  participant.optional = role == ICAL_ROLE_OPTPARTICIPANT || role == ICAL_ROLE_NONPARTICIPANT;
  participant.rsvp = parameter(property, ICAL_RSVP_PARAMETER, icalparameter_get_rsvp) == ICAL_RSVP_TRUE;
  participant.delegated_to =
      first_mail(text_parameter(property, ICAL_DELEGATEDTO_PARAMETER, icalparameter_get_delegatedto));
  participant.delegated_from =
      first_mail(text_parameter(property, ICAL_DELEGATEDFROM_PARAMETER, icalparameter_get_delegatedfrom));
  return participant;
}

std::optional<Attachment> read_attachment(icalproperty_impl* property) {
  const icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_ATTACH_VALUE) return std::nullopt;
  icalattach* attach = icalvalue_get_attach(value);
  if (attach == nullptr || !icalattach_get_is_url(attach)) return std::nullopt;
  const char* url = icalattach_get_url(attach);
  Attachment attachment;
  attachment.url = url == nullptr ? "" : clean_uri(url);
  if (attachment.url.empty()) return std::nullopt;
  attachment.title = text_parameter(property, ICAL_FILENAME_PARAMETER, icalparameter_get_filename);
  attachment.media_type = clean_media_type(text_parameter(property, ICAL_FMTTYPE_PARAMETER, icalparameter_get_fmttype));
  return attachment;
}

}  // namespace cenacle::ical
