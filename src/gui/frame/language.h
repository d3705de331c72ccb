#pragma once

#include <QStringList>
#include <QTranslator>

namespace gui {

/// The language of the window: installs the translations and sets the default locale. Made once, before any widget;
/// a change shows at the next start. GUI thread, owned by `app`.
class Language
{
public:
    /// `code`: "en", "de" …; empty: the system's, English where there is no translation of it.
    explicit Language(const QString &code);
    ~Language();

    [[nodiscard]] QString code() const { return m_code; }
    /// Codes one can choose, with their names in their own language, English first.
    [[nodiscard]] static QList<QPair<QString, QString>> available();

private:
    QString m_code;
    QTranslator m_own;
    QTranslator m_qt;
    Q_DISABLE_COPY(Language)
};

} // namespace gui
