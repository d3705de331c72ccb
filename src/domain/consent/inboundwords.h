#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace domain {

/// A text as keywords are compared with it. The words are views into `folded`, so the value is not copied.
class InboundWords
{
public:
    /// NFKC, without format and control characters, case folded, Latin letters without accents, apostrophes inside
    /// words removed; words are runs of letters, digits and marks. Reads the first 2,000 UTF-16 units.
    explicit InboundWords(QStringView text);
    InboundWords(const InboundWords &) = delete;
    InboundWords &operator=(const InboundWords &) = delete;

    [[nodiscard]] const std::vector<QStringView> &words() const { return m_words; }
    /// Nothing but stop signs (U+1F6D1), white space and punctuation.
    [[nodiscard]] bool isStopSign() const { return m_stopSign; }

private:
    void fold(QStringView text);
    void split();

    QString m_folded;
    std::vector<QStringView> m_words;
    bool m_stopSign = false;
};

} // namespace domain
