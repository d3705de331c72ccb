#include "app/common/coredump.h"
#include "app/common/unixsignals.h"
#include "app/desktop/desktop.h"
#include "gui/frame/language.h"
#include "gui/theme/theme.h"
#include "platform/desktop/colorscheme.h"
#include "platform/desktop/singleinstance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    app::forbidCoreFiles();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"heliograph"_s);
    QApplication::setOrganizationName(u"Heliograph"_s);
    QApplication::setApplicationDisplayName(u"Heliograph"_s);
    QApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    QApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setDesktopFileName(u"heliograph"_s);

    QSettings settings;
    const gui::Language language(settings.value(u"language"_s).toString());
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Talk to customers by SMS, WhatsApp and e-mail."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(u"demo"_s, QCoreApplication::translate("main", "Open the demo workspace."));
    parser.addOption(demo);
    parser.addPositionalArgument(u"workspace"_s, QCoreApplication::translate("main", "The workspace file to open."),
                                 u"[workspace]"_s);
    parser.process(application);

    QString wish;
    if (parser.isSet(demo))
        wish = app::Desktop::demoWish;
    else if (!parser.positionalArguments().isEmpty())
        wish = QFileInfo(parser.positionalArguments().constFirst()).absoluteFilePath();
    const platform::SingleInstance instance(u"heliograph"_s);
    if (!instance.isFirst())
        return instance.handOver(wish) ? 0 : 1;

    gui::Theme theme(application);
    const platform::ColorScheme desktopScheme;
    QObject::connect(&desktopScheme, &platform::ColorScheme::changed, &theme,
                     [&theme](bool dark) { theme.setSystemScheme(dark ? gui::Scheme::Dark : gui::Scheme::Light); });
    theme.setAppearance(static_cast<gui::Appearance>(qBound(0, settings.value(u"appearance"_s, 0).toInt(), 2)));
    app::Desktop desktop(theme, settings);
    app::UnixSignals stopSignals;
    QObject::connect(&stopSignals, &app::UnixSignals::stopAsked, &desktop, &app::Desktop::quit);
    // With only the first window open, closing it is the end.
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &desktop,
                     [&desktop] { desktop.windowsClosed(); });
    QObject::connect(&instance, &platform::SingleInstance::asked, &desktop, &app::Desktop::asked);
    if (wish.isEmpty())
        desktop.showWelcome();
    else
        desktop.asked(wish);
    return QApplication::exec();
}
