#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

#include <gmime/gmime.h>

namespace providers::smtp {

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
/// What GMime gives us to own.
template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// GMime must be set up before anything of it is used.
inline void useGMime()
{
    static const bool done = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(done)
}

/// Everything that is written to a stream in memory.
[[nodiscard]] inline QByteArray bytesOf(GMimeStream *stream)
{
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return array ? QByteArray(static_cast<const char *>(static_cast<const void *>(array->data)), array->len)
                 : QByteArray();
}

} // namespace providers::smtp
