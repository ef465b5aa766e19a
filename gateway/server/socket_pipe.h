#pragma once
// A connected stream socket on the Qt event loop: reads when told, writes at once, keeps what the kernel will
// not take. Knows nothing of HTTP. Qt's own socket costs a FIONREAD per read and a turn of the event loop per
// write.

#include "gateway/loop/descriptor_watch.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tollgate {

/// Used in the thread that made it. No callback comes from within send().
class SocketPipe final : private DescriptorWatch::Listener {
public:
    class Owner {
    public:
        virtual void pipeReadable() = 0;
        /// The kernel has taken some of what was kept.
        virtual void pipeProgress() = 0;

    protected:
        ~Owner() = default;
    };

    /// Takes the descriptor over.
    SocketPipe(int descriptor, Owner& owner);
    ~SocketPipe();
    SocketPipe(const SocketPipe&) = delete;
    SocketPipe& operator=(const SocketPipe&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

    /// Up to size bytes; 0 when the peer has ended its side or the connection is broken, -1 when there is
    /// nothing now.
    std::ptrdiff_t receive(char* buffer, std::size_t size);
    void setReading(bool on);

    /// Sends all parts as one; the rest is kept. On a broken connection everything is dropped and receive()
    /// will tell.
    void send(std::span<const std::string_view> parts);
    void send(std::string_view bytes) { send(std::span(&bytes, 1)); }
    std::size_t unsent() const { return m_out.size() - m_outStart; }

    void endWriting(); ///< the peer sees the end of the stream, we can still read
    void close();
    void reset(); ///< closes so that the peer sees an error rather than an end

private:
    void descriptorReady(int descriptor, bool readable, bool writable) override;
    void writable();
    void keep(std::span<const std::string_view> parts, std::size_t skip);
    void broken();

    Owner& m_owner;
    int m_descriptor;
    std::string m_out;
    std::size_t m_outStart = 0;
    bool m_broken = false;
    std::unique_ptr<DescriptorWatch> m_watch; ///< null once closed
};

} // namespace tollgate
