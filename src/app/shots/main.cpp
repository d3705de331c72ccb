// heliograph-shots FOLDER: every page as PNG, light and dark, in two sizes; for looking at, and for ./dev shots.

#include "gui/campaigns/audiencestep.h"
#include "gui/campaigns/campaignprogress.h"
#include "gui/campaigns/campaignspage.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/campaigns/contentstep.h"
#include "gui/campaignsamples.h"
#include "gui/dashboard/dashboardpage.h"
#include "gui/frame/commandpalette.h"
#include "gui/frame/language.h"
#include "gui/frame/mainwindow.h"
#include "gui/messages/messagespage.h"
#include "gui/samples.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 80; // layouts and chart settle over a few rounds of the event loop

/// Walks through its steps, a picture after each, and ends the program.
class Shooter : public QObject
{
public:
    Shooter(QString folder, gui::Theme &theme, const gui::PageContext &context)
        : m_folder(std::move(folder)), m_theme(theme), m_context(context), m_pages(gui::allPages())
    {
        using enum gui::Appearance;
        for (const QSize &size : {QSize(1440, 900), QSize(1024, 700)}) {
            addRound(Light, u"light"_s, size);
            addRound(Dark, u"dark"_s, size);
        }
        m_timer.setSingleShot(true);
        m_timer.setInterval(settleMs);
        connect(&m_timer, &QTimer::timeout, this, &Shooter::grab);
    }

    void start() { next(); }

private:
    struct Step
    {
        QString file; ///< empty: no picture
        std::function<void()> prepare;
        bool wizard = false; ///< the picture is of the wizard, not of the window
    };

    void addRound(gui::Appearance appearance, const QString &look, const QSize &size)
    {
        const auto add = [&](const QString &name, std::function<void()> prepare) {
            m_steps.append(
                {u"%1-%2-%3x%4.png"_s.arg(name, look).arg(size.width()).arg(size.height()), std::move(prepare)});
        };
        m_steps.append({{}, [this, appearance, size] {
                            m_theme.setAppearance(appearance);
                            m_window = std::make_unique<gui::MainWindow>(m_context, m_pages);
                            m_window->setWorkspace({{}, u"Harbour Clinic"_s, {}, {}, {}, true, 0, 0, 0});
                            m_window->resize(size);
                            m_window->show();
                            m_window->showStatus(samples::status());
                        }});
        for (const gui::PageInfo &info : m_pages.pages())
            add(info.id, [this, id = info.id] {
                m_window->openPage(id);
                feed(id);
            });
        add(u"palette"_s, [this] { m_window->commandPalette()->open(); });
        add(u"messages-story"_s, [this] {
            m_window->commandPalette()->close();
            m_window->openPage(u"messages"_s);
            engine::MessageQuery query;
            query.states = {domain::MessageState::Delivered, domain::MessageState::Read};
            query.channel = domain::Channel::Sms;
            query.from = samples::now() - std::chrono::hours(24 * 7);
            messages()->showQuery(query);
            messages()->showStory(samples::deliveredStory());
        });
        add(u"messages-doubt"_s, [this] {
            messages()->showStory(samples::doubtfulStory());
            m_window->toast(u"Message cancelled."_s, [] {});
        });
        add(u"campaigns-progress"_s, [this] {
            m_window->openPage(u"campaigns"_s);
            showRunningCampaign();
        });
        addWizard(look, size);
    }

    void addWizard(const QString &look, const QSize &size)
    {
        for (int page = 0; page < 4; ++page)
            m_steps.append(
                {u"campaign-wizard-%1-%2-%3x%4.png"_s.arg(page + 1).arg(look).arg(size.width()).arg(size.height()),
                 [this, page] {
                     if (page == 0)
                         openWizard();
                     m_wizard->goTo(page);
                     if (page == 3)
                         m_wizard->showReview(samples::review());
                 },
                 true});
    }

    void openWizard()
    {
        domain::Campaign draft;
        draft.name = u"Winter check-up reminder"_s;
        draft.templateId = {1};
        draft.startAt = samples::now() + std::chrono::hours(4);
        m_wizard = campaigns()->edit(draft);
        m_wizard->showWorkspace(samples::workspace());
        m_wizard->audience().showSegments(samples::segments());
        m_wizard->audience().showCount({1}, 312);
        m_wizard->audience().showCount({2}, 87);
        m_wizard->content().showTemplates(samples::templateRows());
        m_wizard->content().showPeople(samples::people());
        m_wizard->content().showRendered(samples::review().samples.constFirst());
    }

    // as if the page had been open for two minutes
    void showRunningCampaign()
    {
        engine::CampaignRow row = samples::campaigns().constFirst();
        const auto delivered = static_cast<size_t>(domain::MessageState::Delivered);
        const auto queued = static_cast<size_t>(domain::MessageState::Queued);
        row.counts.byState[delivered] -= 1100;
        row.counts.byState[queued] += 1100;
        for (int second = 0; second < 110; ++second) {
            campaigns()->progress().showCampaign(row, samples::now() + std::chrono::seconds(second - 110));
            row.counts.byState[delivered] += 8 + second % 5;
            row.counts.byState[queued] -= 8 + second % 5;
        }
        campaigns()->showProgress(row);
        campaigns()->progress().showMessages(samples::messages(8), samples::now());
        QList<engine::MessageRow> stopped;
        for (const engine::MessageRow &message : samples::messages())
            if (!message.reason.isEmpty() && message.state != domain::MessageState::Queued)
                stopped.append(message);
        campaigns()->progress().showReasons(stopped, false);
    }

    gui::CampaignsPage *campaigns() { return qobject_cast<gui::CampaignsPage *>(m_window->page(u"campaigns"_s)); }
    gui::MessagesPage *messages() { return qobject_cast<gui::MessagesPage *>(m_window->page(u"messages"_s)); }

    /// Values for the pages that are known here; the others show themselves without any.
    void feed(const QString &id)
    {
        if (auto *dashboard = qobject_cast<gui::DashboardPage *>(m_window->page(id))) {
            dashboard->showDashboard(samples::dashboard());
            dashboard->showStatus(samples::status());
        } else if (auto *log = qobject_cast<gui::MessagesPage *>(m_window->page(id))) {
            log->showRows(samples::messages());
        } else if (auto *list = qobject_cast<gui::CampaignsPage *>(m_window->page(id))) {
            list->showList();
            list->showRows(samples::campaigns());
        }
    }

    void next()
    {
        if (m_at == m_steps.size()) {
            QTextStream(stdout) << m_written << " pictures in " << m_folder << '\n';
            QApplication::exit(m_failed ? 1 : 0);
            return;
        }
        m_steps.at(m_at).prepare();
        m_timer.start();
    }

    [[nodiscard]] QWidget *pictured(const Step &step) const
    {
        return step.wizard ? static_cast<QWidget *>(m_wizard) : m_window.get();
    }

    void grab()
    {
        if (const QString &file = m_steps.at(m_at).file; !file.isEmpty()) {
            m_failed = !pictured(m_steps.at(m_at))->grab().save(m_folder + u'/' + file) || m_failed;
            ++m_written;
        }
        ++m_at;
        next();
    }

    QString m_folder;
    gui::Theme &m_theme;
    gui::PageContext m_context;
    gui::PageRegistry m_pages;
    QList<Step> m_steps;
    qsizetype m_at = 0;
    int m_written = 0;
    bool m_failed = false;
    std::unique_ptr<gui::MainWindow> m_window;
    QPointer<gui::CampaignWizard> m_wizard;
    QTimer m_timer;
};

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"heliograph-shots"_s);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"shots"_s;
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << "the folder cannot be made: " << folder << '\n';
        return 1;
    }
    const gui::Language language(argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"en"_s);
    gui::Theme theme(application);
    QTemporaryDir scratch;
    QSettings settings(scratch.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const samples::FixedClock clock;
    gui::PageContext context;
    context.settings = &settings;
    context.theme = &theme;
    context.clock = &clock;
    Shooter shooter(folder, theme, context);
    QMetaObject::invokeMethod(
        &shooter, [&shooter] { shooter.start(); }, Qt::QueuedConnection);
    return QApplication::exec();
}
