#include "gui/frame/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gui {

QList<QPair<QString, QString>> Language::available() { return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}}; }

Language::Language(const QString &code) : m_code(code)
{
    const QLocale system = QLocale::system();
    const auto exists = [](const QString &wanted) {
        const auto all = available();
        return std::any_of(all.begin(), all.end(), [&](const auto &language) { return language.first == wanted; });
    };
    if (m_code.isEmpty())
        m_code = system.name().section(u'_', 0, 0);
    if (!exists(m_code))
        m_code = u"en"_s;
    // numbers and dates as the system writes them, where it speaks this language at all
    const bool same = system.language() != QLocale::C && system.name().section(u'_', 0, 0) == m_code;
    QLocale::setDefault(same ? system : QLocale(m_code));
    // English has a file too: for the plurals
    if (m_own.load(u":/i18n/heliograph_"_s + m_code + u".qm"_s))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(u"qtbase_"_s + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace gui
