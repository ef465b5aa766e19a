#include "app/init/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace tollgate {
namespace {

/// Typed characters are not shown while it lives; at a terminal only.
class Silence {
public:
    Silence() {
        m_terminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_terminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Silence() {
        if (!m_terminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr); // the one that was typed did not show, either
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    termios m_before{};
    bool m_terminal = false;
};

void prompt(const QString& question, const QString& usual) {
    const QString text = usual.isEmpty() ? question : question + QStringLiteral(" [%1]").arg(usual);
    std::fprintf(stderr, "%s: ", qUtf8Printable(text));
    std::fflush(stderr);
}

} // namespace

void Terminal::say(const QString& line) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

std::optional<QString> Terminal::line() {
    QByteArray bytes;
    for (int one = std::fgetc(stdin); one != '\n'; one = std::fgetc(stdin)) {
        if (one == EOF) {
            if (bytes.isEmpty())
                return std::nullopt;
            break;
        }
        bytes += static_cast<char>(one);
    }
    return QString::fromUtf8(bytes).trimmed();
}

std::optional<QString> Terminal::ask(const QString& question, const QString& usual) {
    prompt(question, usual);
    auto answer = line();
    if (answer && answer->isEmpty())
        return usual;
    return answer;
}

std::optional<QString> Terminal::askSecret(const QString& question) {
    prompt(question + QStringLiteral(" (not shown)"), {});
    const Silence silence;
    return line();
}

std::optional<bool> Terminal::askYes(const QString& question, bool usual) {
    const auto answer = ask(question + (usual ? QStringLiteral(" [Y/n]") : QStringLiteral(" [y/N]")));
    if (!answer)
        return std::nullopt;
    if (answer->isEmpty())
        return usual;
    return answer->startsWith(u'y', Qt::CaseInsensitive);
}

} // namespace tollgate
