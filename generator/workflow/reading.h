// What the readers of a workflow file share.
#pragma once

#include <string>
#include <string_view>

#include "content/keys.h"
#include "rules/registration/reading.h"
#include "workflow/read.h"
#include "workflow/words.h"

namespace cenacle::workflow {

struct Reading {
  const model::Network& network;
  const rules::Rulebook* rulebook = nullptr;  ///< null: the network takes no registrations
  const KnownMails* mails = nullptr;
  rules::Reading numbers;  ///< where the charters' are looked up
};

Moment read_when(content::Keys& keys, const Reading& reading, About about);
std::optional<Moment> read_until(content::Keys& keys, const Reading& reading, About about);
Step read_step(content::Keys& keys, const Reading& reading, const Workflow& workflow);
Workflow read_workflow(content::Keys& keys, const Reading& reading, const Book& book);

/// What a step does, as one text: who writes it otherwise writes another step.
std::string meaning(const toml::Node& workflow, const toml::Node& step);

}  // namespace cenacle::workflow
