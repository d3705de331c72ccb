#pragma once

#include "app/desktop/desktop.h"
#include "gui/theme/theme.h"

#include <QTimer>

#include <deque>

namespace app {

/// Walks through every page of the demo workspace, open and alive, and takes a picture of each step: light and dark, in
/// two sizes. Ends the program. Main thread; owned by main().
class Shooter : public QObject
{
    Q_OBJECT

public:
    /// `scratch`: a folder for the file that is imported.
    Shooter(Desktop &desktop, gui::Theme &theme, QSettings &settings, QString folder, QString scratch);
    ~Shooter() override;

    void start();

private:
    struct Step
    {
        QString file; ///< empty: no picture
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
    void addCampaigns(int round);
    void addSettings();
    void addRoutes();
    void addEmptyPages();
    void add(const QString &name, std::function<void()> prepare, std::function<bool()> ready = {});

    void findIds();
    void launch(domain::TemplateId id, int round);
    void next();
    void wait();
    void take();
    [[nodiscard]] QWidget *pictured() const;
    [[nodiscard]] gui::MainWindow &window() { return *m_desktop.window(); }
    static void closeDialogs();
    static void press(const QString &objectName);
    /// The dialog in front, if it is of that kind.
    template <class Dialog>
    static Dialog *front();

    Desktop &m_desktop;
    gui::Theme &m_theme;
    QSettings &m_settings;
    QString m_folder;
    QString m_scratch;
    std::deque<Step> m_steps;
    QTimer m_timer;
    QString m_suffix; ///< look and size of the round being added
    Ids m_ids;
    domain::CampaignId m_launched;
    std::unique_ptr<gui::MainWindow> m_empty;
    int m_waited = 0;
    int m_written = 0;
    bool m_failed = false;
};

} // namespace app
