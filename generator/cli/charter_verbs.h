// The verbs of charters, conventions and what is paid: one function each, and what the command line gives them. Each
// returns an exit code.
#pragma once

#include <cstdint>
#include <string>

#include "cli/context.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

struct SignArguments : Writing {
  std::string who, charter, role, body;
};
/// Somebody signs the version of a charter that is in force.
int sign(const Context& context, const SignArguments& arguments);

struct ChartersArguments {
  std::string charter, network;  ///< one charter, or those of a network
};
/// Charters with their versions; of one, who has signed and whose signature is missing.
int charters(const Context& context, const ChartersArguments& arguments);

struct QuoteArguments : Writing {
  std::string subject;  ///< a registration's number, a quote's, a person or body:ID
  std::string network, rate, quantity, page;
  int year = 0;  ///< of the tariff; 0: that of the sessions, else of today
};
/// Makes a quote, or prints one again as it was.
int quote(const Context& context, const QuoteArguments& arguments);

/// Of a registration's number, or of a quote's.
struct PayArguments : Writing {
  std::string subject, reference, day, amount;
  int year = 0;  ///< of a fee; 0: that of the day
};
int agree(const Context& context, const PayArguments& arguments);
int pay(const Context& context, const PayArguments& arguments);
int denounce(const Context& context, const PayArguments& arguments);

struct FeesArguments {
  std::string network;
  int year = 0;  ///< 0: that of today
};
/// Who owes the year's fee, and who has paid it.
int fees(const Context& context, const FeesArguments& arguments);

struct ConventionsArguments {
  std::string network;
  bool over = false;
};
/// Conventions with their states, their dates and what falls due.
int conventions(const Context& context, const ConventionsArguments& arguments);

}  // namespace cenacle::cli
