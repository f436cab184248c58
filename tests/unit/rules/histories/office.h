// A coordinator's office as the rows of the five networks tell it, written without a look at the registrar: a list of
// who asked for what, gone through from its beginning for every question, a day at a time. What it says, the registrar
// must say too (histories_test.cpp).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"

namespace cenacle::histories {

/// Somebody of the history; `body` is empty for one who comes in her own name.
struct Somebody {
  std::string id, body, role, profile, mail;
  base::Date since;  ///< of her mandate
  bool excluded = false, departed = false;
};

/// One line of the office's register.
struct Entry {
  std::int64_t id = 0;
  std::string path, object, body;
  std::string person, partner;
  std::string profile;
  std::string state;
  base::Date asked, entered, began;  ///< began: the day on which it was signed
  std::set<std::string> has;  ///< what was brought: "decision", "confirmation", "agreement", "volontaire", "referent"…
  std::int64_t rank = 0;      ///< on the waiting list

  bool over() const {
    static const std::set<std::string> out{"refused", "withdrawn", "expired", "ended", "excluded"};
    return out.contains(state);
  }
  bool takes_part() const {
    static const std::set<std::string> in{"accepted", "convened", "attended", "signed", "renewed", "denounced"};
    return in.contains(state);
  }
  bool is_of(const std::string& who) const { return !who.empty() && (person == who || partner == who); }
};

/// What somebody does.
struct Deed {
  enum class Kind {
    ask,
    confirm,
    state,
    approve,
    object,
    accept,
    refuse,
    quote,
    agree,
    take,
    decline,
    withdraw,
    name,
    convene,
    attend,
    denounce,
    sign,
    exclude,
    depart
  };
  Kind kind = Kind::ask;
  std::int64_t entry = 0;  ///< whose line
  std::string path, object, person, partner, body;
  std::vector<std::string> statements;
  std::string value;     ///< a statement, a role
  std::string other;     ///< a substitute
  bool because = false;  ///< with a reason
};

/// What becomes of it: nothing at all, or what was asked with the rules' yes or no.
struct Answer {
  bool obstacle = false, refused = false;
  friend bool operator==(const Answer&, const Answer&) = default;
};

class Office {
 public:
  explicit Office(std::map<std::string, Somebody> people) : people_(std::move(people)) {}
  virtual ~Office() = default;

  /// Days pass, one at a time.
  void wait_until(base::Date day);
  Answer act(const Deed& deed);
  const std::vector<Entry>& entries() const { return entries_; }
  const std::map<std::string, Somebody>& people() const { return people_; }

 protected:
  // What differs from network to network.
  /// Whether she may ask for this by this path at all.
  virtual bool is_open_to(const Deed& deed) const = 0;
  /// Whether a rule is against her taking part now; `line` is hers and not counted.
  virtual bool is_against(const Entry& line) const = 0;
  /// Whether nobody may pass over what is against her.
  virtual bool is_firm(const Entry&) const { return false; }
  /// Whether a coordinator decides on this path.
  virtual bool is_decided(const Entry&) const { return false; }
  /// Her first state, when no rule is against.
  virtual std::string first_state(const Entry&) const { return "requested"; }
  /// The state that she comes into now that she has brought this, or the one she is in.
  virtual std::string next_state(const Entry& line) const = 0;
  /// How many seats the thing has; less than 0: no waiting list.
  virtual int seats(const std::string&) const { return -1; }
  virtual bool holds(const Entry& line) const { return line.takes_part() || line.state == "offered"; }
  /// After how many days in its state the line is over, or moves; less than 0: never.
  virtual int days(const Entry&) const { return -1; }
  /// Whether a quote is sent on this path.
  virtual bool is_quoted(const Entry&) const { return false; }
  /// Whether presence is noted on this path, and is now.
  virtual bool may_attend(const Entry&) const { return false; }
  /// Whether a rule that is not about numbers is against whoever is on the line.
  virtual bool is_barred(const Entry&) const { return false; }
  /// The first day on which the line's term is over.
  virtual std::optional<base::Date> end_of_term(const Entry&) const { return std::nullopt; }
  virtual std::string after_term(const Entry&) const { return "ended"; }
  /// What may be brought to the line: statements, "confirmation", roles that agree.
  virtual std::set<std::string> asked(const Entry& line) const = 0;
  /// What must be given by who leaves now.
  virtual bool may_leave(const Deed&, const Entry&) const { return true; }
  virtual bool seat_is_the_bodys(const Entry&) const { return false; }
  /// The state after a seat that was offered is accepted.
  virtual std::string after_offer(const Entry&) const { return "accepted"; }
  virtual bool may_denounce(const Entry&) const { return false; }
  virtual void signed_by(const Deed&) {}

  const Somebody& somebody(const std::string& id) const { return people_.at(id); }
  /// Lines that hold a seat, without `but`.
  template <class Fits>
  int count(const Entry& but, const Fits& fits) const {
    int found = 0;
    for (const Entry& it : entries_)
      if (it.id != but.id && holds(it) && fits(it)) ++found;
    return found;
  }
  base::Date today() const { return today_; }
  std::vector<Entry>& lines() { return entries_; }
  void go_on(Entry& line);

 private:
  Answer ask(const Deed& deed);
  Answer accept(Entry& line, const Deed& deed);
  Answer leave(Entry& line, const Deed& deed);
  Answer succeed(Entry& line, const std::string& other);
  Answer shut_out(const Deed& deed);
  Answer part(const Deed& deed);
  void put(Entry& line, const std::string& state);
  void give_seats(const std::string& object);
  void rank_all();

  std::map<std::string, Somebody> people_;
  std::vector<Entry> entries_;
  base::Date today_{};
};

}  // namespace cenacle::histories
