#include "cli/picture.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

extern char** environ;

namespace guicheng::cli {

namespace {

/// A pipe whose ends are closed with it, and by no other program that is started.
class Pipe {
public:
    Pipe() {
        if (pipe(ends_.data()) != 0) ends_ = {-1, -1};
        for (const int end : ends_) {
            if (end >= 0) fcntl(end, F_SETFD, FD_CLOEXEC);
        }
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    bool good() const { return ends_[0] >= 0; }
    int read_end() const { return ends_[0]; }
    int write_end() const { return ends_[1]; }
    void close_end(std::size_t which) {
        if (ends_[which] >= 0) close(ends_[which]);
        ends_[which] = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

/// Starts `dot -Tsvg` with the two pipes as its input and output; its complaints go nowhere. No shell takes part.
bool start(pid_t& child, const Pipe& in, const Pipe& out) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return false;
    posix_spawn_file_actions_adddup2(&actions, in.read_end(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string name = "dot";
    std::string format = "-Tsvg";
    const std::array<char*, 3> arguments{name.data(), format.data(), nullptr};
    const int failed = posix_spawnp(&child, "dot", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0;
}

/// Gives the text and takes the answer, whichever end is ready.
std::string exchange(std::string_view text, Pipe& in, const Pipe& out) {
    std::string answer;
    std::array<char, 4096> buffer{};
    fcntl(in.write_end(), F_SETFL, O_NONBLOCK);
    for (;;) {
        std::array<pollfd, 2> ends{pollfd{out.read_end(), POLLIN, 0}, pollfd{in.write_end(), POLLOUT, 0}};
        if (poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return answer;
        if ((ends[1].revents & (POLLOUT | POLLERR | POLLHUP)) != 0) {
            const ssize_t written = write(in.write_end(), text.data(), text.size());
            if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
            if (text.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) in.close_end(1);
        }
        if ((ends[0].revents & (POLLIN | POLLHUP)) != 0) {
            const ssize_t got = read(out.read_end(), buffer.data(), buffer.size());
            if (got > 0) answer.append(buffer.data(), static_cast<std::size_t>(got));
            if (got == 0 || (got < 0 && errno != EINTR)) return answer;
        }
    }
}

}  // namespace

std::optional<std::string> svg_of(const std::string& dot_text) {
    Pipe in;
    Pipe out;
    pid_t child = 0;
    if (!in.good() || !out.good()) return std::nullopt;
    // A `dot` that ends early must not end this program.
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    const bool started = start(child, in, out);
    std::string svg;
    int status = 1;
    if (started) {
        in.close_end(0);
        out.close_end(1);
        svg = exchange(dot_text, in, out);
        in.close_end(1);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    }
    std::signal(SIGPIPE, before);
    if (!started || status != 0 || svg.empty()) return std::nullopt;
    return svg;
}

}  // namespace guicheng::cli
