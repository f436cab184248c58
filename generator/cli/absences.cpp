// Who has missed meetings in a row, as the coordinator is told.
#include "cli/absences.h"

namespace cenacle::cli {

std::string absences_told(const Deed& deed, const model::Network& network, const rules::Figure& limit,
                          const std::string& who, std::int64_t missed) {
  const Phrases& phrases = deed.phrases();
  std::string article;
  for (const model::Charter& charter : network.charters)
    for (const model::Rule& rule : charter.rules)
      if (&rule == limit.stated)
        article = phrases.say("cited", {{"article", phrases.article(rule.article, charter.page.title)}});
  return phrases.say("absences", {{"who", who}, {"n", phrases.number(missed)}, {"article", article}});
}

}  // namespace cenacle::cli
