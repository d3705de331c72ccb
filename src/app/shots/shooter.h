#pragma once

#include "app/desktop/desktop.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QTimer>

#include <deque>

namespace app {

/// Walks through every page of the demo workspace, open and alive, and takes a picture of each step: light and dark, in
/// two sizes. Ends the program: with 1, and the step's name on stderr, where a step does not find what it pictures. The
/// steps of a subject are in shooter_*.cpp. Main thread; owned by main().
class Shooter : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString folder;
        QString scratch; ///< a folder for files that are imported
        QString rounds;  ///< only those with this in their name ("dark-1024x700"); empty: all
    };

    Shooter(Desktop &desktop, gui::Theme &theme, QSettings &settings, Wish wish);
    ~Shooter() override;

    void start();

private:
    struct Step
    {
        QString name; ///< of the picture's file, without its ending
        bool isPictured = true;
        std::function<void()> prepare;
        std::function<bool()> ready; ///< empty: at once
    };
    struct Ids
    {
        qint64 contact = 0;
        qint64 message = 0;
        QList<qint64> conversations;
        QList<domain::TemplateId> templates;
    };

    void addRound(gui::Appearance appearance, const QString &look, const QSize &size, int round);
    void addPages();
    void addContacts();
    void addInbox();
    void addSegments();
    void addTemplates();
    void addProviderTemplates();
    void addCampaigns(int round);
    void addSettings();
    void addRoutes();
    void addPrices();
    void addWebhooks();
    void addDetour();
    void addEmptyPages();
    /// A step with a picture, once `ready`.
    void add(const QString &name, std::function<void()> prepare, std::function<bool()> ready = {});
    /// One without.
    void go(const QString &name, std::function<void()> prepare, std::function<bool()> ready = {});

    void findIds();
    void launch(domain::TemplateId id, int round);
    void next();
    void wait();
    void take();
    /// The step does not find this: ends the program.
    void miss(const QString &what);
    [[nodiscard]] QWidget *pictured() const;
    [[nodiscard]] gui::MainWindow &window() { return *m_desktop.window(); }
    static void closeDialogs();
    void press(const QString &objectName);
    [[nodiscard]] static QAbstractButton *shownButton(const QString &objectName);

    /// The dialog in front, if it is of that kind.
    template <class Dialog>
    [[nodiscard]] static Dialog *front()
    {
        return qobject_cast<Dialog *>(QApplication::activeModalWidget());
    }

    /// Does it with the dialog in front, which has to be of that kind.
    template <class Dialog, class Action>
    [[nodiscard]] std::function<void()> with(Action action)
    {
        return [this, action] {
            if (auto *dialog = front<Dialog>())
                action(*dialog);
            else
                miss(QString::fromLatin1(Dialog::staticMetaObject.className()));
        };
    }

    /// The dialog in front is of that kind, and as wanted.
    template <class Dialog, class Test>
    [[nodiscard]] static std::function<bool()> when(Test test)
    {
        return [test] {
            const auto *dialog = front<Dialog>();
            return dialog && test(*dialog);
        };
    }

    template <class Dialog>
    [[nodiscard]] static std::function<bool()> opened()
    {
        return [] { return front<Dialog>() != nullptr; };
    }

    Desktop &m_desktop;
    gui::Theme &m_theme;
    QSettings &m_settings;
    Wish m_wish;
    std::deque<Step> m_steps;
    QTimer m_timer;
    QString m_suffix; ///< look and size of the round being added
    Ids m_ids;
    domain::CampaignId m_launched;
    std::optional<engine::Dashboard> m_dashboard;
    std::unique_ptr<gui::MainWindow> m_empty;
    int m_waited = 0;
    int m_written = 0;
    bool m_failed = false;
    bool m_ended = false; ///< something was missed
};

} // namespace app
