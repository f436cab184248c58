// The name under which a process claims messages. It is drawn at random and kept in `.cenacle/senders/N`, whose lock
// ends with the process: the next one that takes it knows that the claims made under it are of a process that is gone.
// Several senders of one portal's folder have names of their own, as have those of other machines.
#pragma once

#include <string>

#include "base/result.h"

namespace cenacle::delivery {

class Sender {
 public:
  /// Takes the first name that nobody holds; `busy` when all are held.
  static base::Result<Sender> take(const std::string& portal);
  Sender(Sender&& other) noexcept;
  Sender& operator=(Sender&&) = delete;
  ~Sender();

  const std::string& name() const { return name_; }

 private:
  Sender(std::string name, int file) : name_(std::move(name)), file_(file) {}
  std::string name_;
  int file_;  ///< locked as long as it is open
};

}  // namespace cenacle::delivery
