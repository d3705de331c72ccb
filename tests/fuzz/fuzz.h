#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A fuzz target is one function: it takes any bytes and must come back soon, without a crash, a leak or undefined
// behaviour, and with the promises it checks kept. libFuzzer calls it (./dev fuzz), and replay.cpp in the tests.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// A promise that must hold for every input.
#define REQUIRE(promise)                                                                                               \
    do {                                                                                                               \
        if (!(promise)) {                                                                                              \
            std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise);                                 \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

/// The first byte chooses among variants, the rest is the input.
struct FuzzInput
{
    FuzzInput(const std::uint8_t *data, std::size_t size)
        : choice(size > 0 ? data[0] : 0),
          bytes(size > 1 ? QByteArrayView(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1)
                         : QByteArrayView())
    {}
    [[nodiscard]] QString text() const { return QString::fromUtf8(bytes); }
    /// As UTF-16 units, so that halves of surrogate pairs occur.
    [[nodiscard]] QString units() const
    {
        QString text;
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            text += QChar(static_cast<unsigned char>(bytes[i]), static_cast<unsigned char>(bytes[i + 1]));
        return text;
    }

    unsigned choice;
    QByteArrayView bytes;
};
