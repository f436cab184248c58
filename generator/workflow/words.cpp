// States, said as what happens to a registration.
#include "workflow/words.h"

namespace cenacle::workflow {

std::string_view sentence_of(model::State state) {
  using model::State;
  switch (state) {
    case State::requested:
      return "la demande";
    case State::quoted:
      return "le devis";
    case State::draft:
      return "l’ouverture du dossier";
    case State::waiting:
      return "l’entrée en liste d’attente";
    case State::offered:
      return "la proposition d’une place";
    case State::accepted:
      return "l’acceptation";
    case State::convened:
      return "la convocation";
    case State::attended:
      return "la participation";
    case State::signed_:
      return "la signature";
    case State::renewed:
      return "le renouvellement";
    case State::denounced:
      return "la dénonciation";
    case State::refused:
      return "le refus";
    case State::withdrawn:
      return "le désistement";
    case State::expired:
      return "l’expiration";
    case State::ended:
      return "la fin de la participation";
    case State::excluded:
      return "l’exclusion";
  }
  return {};
}

}  // namespace cenacle::workflow
