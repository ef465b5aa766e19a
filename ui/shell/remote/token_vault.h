#pragma once
// Where admin tokens of gateways elsewhere are kept between starts: the desktop's keychain.

#include <QString>

#include <functional>

namespace tollgate::ui {

/// Main thread. Answers come later, in this thread.
class TokenVault {
public:
    virtual ~TokenVault() = default;
    virtual bool available() const = 0;
    /// Empty when there is none, or nobody answers.
    virtual void read(const QString& gateway, std::function<void(const QString& token)> done) = 0;
    /// `problem` is for people; empty when it is kept.
    virtual void write(const QString& gateway, const QString& token,
                       std::function<void(const QString& problem)> done) = 0;
};

} // namespace tollgate::ui
