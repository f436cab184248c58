// From an action of the plan to the mail that it owes: the letter is made, its template rendered once to Markdown, that
// one tree written as HTML in the theme's layout and as plain text.
#include "mail/compose.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/hash/hash.h"
#include "formats/toml/toml.h"
#include "mail/layout.h"
#include "mail/letter.h"
#include "mail/meeting_letters.h"
#include "mail/other_letters.h"
#include "mail/registration_letters.h"
#include "template/escape.h"

namespace cenacle::mail {

namespace {

base::Failure failure(std::string message) { return {base::FailureKind::not_found, std::move(message)}; }

/// "SHA-256 of what it is of@host", the first half of its digits.
std::string id_of(std::string_view what, std::string_view host) {
  return hash::sha256(what).substr(0, 32) + "@" + std::string(host);
}

constexpr std::size_t preview_length = 120;

}  // namespace

std::string message_id(const workflow::Key& key, std::string_view host) {
  return id_of(fmt::format("{}\n{}\n{}\n{}\n{}", key.workflow, key.step, key.subject, key.revision, key.recipient),
               host);
}

base::Failure gone(const Job& job) {
  return failure(fmt::format("what the mail `{}` is about is not there: {}", job.action.mail, job.action.key.subject));
}

struct Writer::State {
  explicit State(const Setting& given) : setting(given), around(setting), meetings(around) {}

  base::Result<Message> write(const Mail& mail, const Job& job);
  template <class View>
  base::Result<Message> render(const Mail& mail, const Job& job, const base::Result<View>& letter, Enclosed enclosed);
  base::Result<Message> finish(const Mail& mail, const Job& job, const Letter& letter, const void* root,
                               Enclosed enclosed);
  base::Outcome set_in_type(std::string_view source, const std::vector<tmpl::HoleAt>& holes, std::size_t offset,
                            const Enclosed& enclosed, LayoutView* layout);
  base::Outcome lay_out(LayoutView layout, mime::Message* letter);
  void address(const Job& job, Message* message) const;

  Setting setting;
  Around around;
  MeetingLetters meetings;
  tmpl::Output output;
  std::string html;  ///< of the letter, that its layout refers to
};

Writer::Writer(const Setting& setting) : state_(std::make_unique<State>(setting)) {}
Writer::~Writer() = default;

base::Result<Message> Writer::compose(const workflow::Action& action, std::int64_t message, base::Instant at) {
  const Mail* const mail = state_->setting.mails.find(action.mail);
  if (mail == nullptr) return failure(fmt::format("the theme has no mail `{}`", action.mail));
  const auto subject = subject_of(action.key.subject);
  if (!subject) return failure(fmt::format("`{}` is about nothing", action.key.subject));
  const base::Date today = state_->around.day_of(at);
  const auto reader = state_->around.reader(action, today);
  if (!reader) return failure(fmt::format("{} has no address any more", action.key.recipient));
  return state_->write(*mail, {action, *subject, *reader, {message, state_->setting.secret}, at, today});
}

base::Result<Message> Writer::State::write(const Mail& mail, const Job& job) {
  if (mail.about != About::any && word(mail.about) != job.subject.kind)
    return failure(fmt::format("the mail `{}` is about a {}, not `{}`", job.action.mail, word(mail.about),
                               job.action.key.subject));
  Enclosed enclosed;
  const auto rendered = [&](const auto& letter) { return render(mail, job, letter, std::move(enclosed)); };
  switch (mail.about) {
    case About::meeting:
      return rendered(meetings.make(job, &enclosed));
    case About::registration:
      return rendered(registration_letter(around, job, &enclosed));
    case About::minutes:
      return rendered(minutes_letter(around, job, &enclosed));
    case About::decision:
      return rendered(decision_letter(around, job));
    case About::charter:
      return rendered(charter_letter(around, job));
    case About::network:
      return rendered(network_letter(around, job));
    case About::request:
      return rendered(request_letter(around, job));
    case About::survey:
      return rendered(survey_letter(around, job, &enclosed));
    case About::sheet:
      return rendered(sheet_letter(around, job));
    case About::group:
      return rendered(group_letter(around, job));
    case About::contribution:
      return rendered(contribution_letter(around, job, &enclosed));
    case About::person:
      return rendered(person_letter(around, job));
    case About::any:
      return rendered(plain_letter(around, job));
  }
  return gone(job);
}

template <class View>
base::Result<Message> Writer::State::render(const Mail& mail, const Job& job, const base::Result<View>& letter,
                                            Enclosed enclosed) {
  if (!letter) return letter.failure();
  return finish(mail, job, *letter, &*letter, std::move(enclosed));
}

base::Result<Message> Writer::State::finish(const Mail& mail, const Job& job, const Letter& letter, const void* root,
                                            Enclosed enclosed) {
  if (const auto mistake = mail.letter->render(root, &output))
    return failure(fmt::format("{}:{}: {}", mistake->place.path, mistake->place.line, mistake->summary));
  const std::string_view rendered = output.text;
  const tmpl::FrontMatter front = tmpl::front_matter_of(rendered);
  const std::size_t toml_begins = std::min(rendered.find('\n', front.begin) + 1, front.end);
  const std::size_t begins = std::min(rendered.find('\n', front.end), rendered.size());
  diag::Diagnostics told_by_check;
  std::string head(rendered.substr(toml_begins, front.end - toml_begins));
  for (auto broken = base::first_invalid_utf8(head); broken; broken = base::first_invalid_utf8(head))
    head[*broken] = '?';
  const toml::Node table = toml::parse(head, mail.path, 2, told_by_check);
  const toml::Node* const subject = table.find("subject");
  if (subject == nullptr || subject->kind != toml::Kind::text || subject->text.empty())
    return failure(fmt::format("{}: the subject is empty", mail.path));

  LayoutView layout;
  layout.language = around.language().language();
  layout.subject = mime::visible_line(subject->text);
  layout.portal = letter.portal;
  layout.network = letter.network;
  layout.mailbox = letter.to.mailbox;
  if (!job.action.list.empty()) layout.unsubscribe_url = around.link(job.answering, Reply::unsubscribe);
  if (auto set = set_in_type(rendered.substr(begins), output.holes, begins, enclosed, &layout); !set)
    return set.failure();

  Message message;
  message.letter.subject = layout.subject;
  message.letter.list_unsubscribe = layout.unsubscribe_url;
  message.letter.calendar = std::move(enclosed.calendar);
  message.letter.method = std::move(enclosed.method);
  message.letter.files = std::move(enclosed.files);
  address(job, &message);
  if (auto laid_out = lay_out(std::move(layout), &message.letter); !laid_out) return laid_out.failure();
  return message;
}

/// The letter's Markdown, piece by piece between the texts that stand in it, as HTML and as plain text.
base::Outcome Writer::State::set_in_type(std::string_view source, const std::vector<tmpl::HoleAt>& holes,
                                         std::size_t offset, const Enclosed& enclosed, LayoutView* layout) {
  markdown::Options options;
  options.french = around.language().language() == "fr";
  html.clear();
  const auto set = [&](std::string_view piece) {
    markdown::Document document(piece, options);
    std::string raw;
    document.render(&raw, {});
    html += dress(raw, setting.mails.style());
    const std::string text = document.text({});
    if (!layout->text.empty() && !text.empty()) layout->text += "\n\n";
    layout->text += text;
    if (layout->preview.empty()) layout->preview = document.summary(preview_length);
  };
  std::size_t done = 0;
  for (const tmpl::HoleAt& it : holes) {
    if (it.offset < offset || it.hole >= enclosed.texts.size()) return failure("a text stands where none can");
    set(source.substr(done, it.offset - offset - done));
    done = it.offset - offset;
    const Written& written = *enclosed.texts[it.hole];
    html += written.html;
    if (!layout->text.empty()) layout->text += "\n\n";
    layout->text += written.text;
  }
  set(source.substr(done));
  layout->body = {html};
  return base::Done{};
}

base::Outcome Writer::State::lay_out(LayoutView layout, mime::Message* letter) {
  for (const auto& [page, out] :
       {std::pair(&setting.mails.layout(), &letter->html), std::pair(&setting.mails.text_layout(), &letter->text)}) {
    if (const auto mistake = page->render(&layout, &output))
      return failure(fmt::format("{}:{}: {}", mistake->place.path, mistake->place.line, mistake->summary));
    *out = output.text;
  }
  return base::Done{};
}

void Writer::State::address(const Job& job, Message* message) const {
  const model::Mailing& mailing = around.portal().mail;
  const workflow::Action& action = job.action;
  mime::Message& letter = message->letter;
  letter.id = message_id(action.key, around.host());
  letter.date = job.at;
  letter.from = letter.reply_to.emplace(Mailbox{mailing.name, mailing.address});
  letter.to = {job.reader.name, job.reader.mail};
  // What she is written about one thing is one conversation.
  letter.thread = id_of("thread\n" + action.key.subject + "\n" + action.key.recipient, around.host());
  if (const model::Network* const network = around.network(action.network)) {
    letter.list_id =
        fmt::format("{}{}{}.{}", action.list, action.list.empty() ? "" : ".", action.network, around.host());
    letter.list_name = network->short_title.empty() ? network->page.title : network->short_title;
  }
  message->envelope_from = mailing.address;
  if (const std::size_t at = mailing.address.find('@'); mailing.verp && at != std::string::npos)
    message->envelope_from = fmt::format("{}+{}{}", mailing.address.substr(0, at),
                                         write_token({job.answering.message, Reply::bounce, 0, 0}, setting.secret),
                                         mailing.address.substr(at));
}

}  // namespace cenacle::mail
