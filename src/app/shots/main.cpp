// heliograph-shots [FOLDER [LANGUAGE [ROUNDS]]]: every page of the demo workspace as PNG, light and dark, in two sizes,
// or in those alone that have ROUNDS in their name ("dark", "light-1024x700"); for looking at, and for ./dev shots.

#include "app/shots/shooter.h"
#include "gui/frame/language.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir scratch; // the demo workspace is made anew, beside nobody's own
    qputenv("XDG_DATA_HOME", scratch.path().toLocal8Bit());
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"heliograph-shots"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    const QString folder = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"shots"_s).absolutePath();
    if (!scratch.isValid() || !QDir().mkpath(folder)) {
        QTextStream(stderr) << "the folder cannot be made: " << folder << '\n';
        return 1;
    }
    const gui::Language language(argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"en"_s);
    gui::Theme theme(application);
    QSettings settings(scratch.filePath(u"settings.ini"_s), QSettings::IniFormat);
    app::Desktop desktop(theme, settings);
    app::Shooter shooter(desktop, theme, settings,
                         {folder, scratch.path(), argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString()});
    QMetaObject::invokeMethod(
        &shooter, [&shooter] { shooter.start(); }, Qt::QueuedConnection);
    return QApplication::exec();
}
