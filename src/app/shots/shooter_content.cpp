#include "app/shots/shooter.h"

#include "gui/campaigns/campaignspage.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/campaigns/reviewstep.h"
#include "gui/templates/attachmentbar.h"
#include "gui/templates/providertemplatedialog.h"
#include "gui/templates/templateeditor.h"

#include <QJsonArray>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace app {

namespace {

domain::Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

domain::ProviderTemplate made(const QString &name, const QString &language, const QString &category,
                              const QString &state, const QString &body, const QStringList &takes,
                              const QJsonArray &further = {})
{
    domain::ProviderTemplate one;
    one.name = name;
    one.language = language;
    one.category = category;
    one.state = state;
    one.body = body;
    one.bodyParameters = takes;
    QJsonArray parts = further;
    parts.append(QJsonObject{{u"type"_s, u"BODY"_s}, {u"text"_s, body}});
    one.components = {{u"components"_s, parts}};
    return one;
}

/// An account as it stands once its templates were fetched; the demo has none of WhatsApp.
gui::TemplateAccount whatsAppAccount()
{
    gui::TemplateAccount account;
    account.id = {3};
    account.name = u"Sunrise Studio on WhatsApp"_s;
    account.isListed = true;
    account.list.readAt = now() - std::chrono::minutes(12);
    const QJsonObject heading{{u"type"_s, u"HEADER"_s}, {u"format"_s, u"TEXT"_s}, {u"text"_s, u"Order {{1}}"_s}};
    const QJsonObject link{{u"type"_s, u"URL"_s}, {u"text"_s, u"Track it"_s}, {u"url"_s, u"https://x.test/{{1}}"_s}};
    const QJsonObject buttons{{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{link}}};
    auto shipped = made(u"order_shipped"_s, u"en_US"_s, u"UTILITY"_s, u"APPROVED"_s,
                        u"Dear {{1}}, your order {{2}} is on its way."_s, {u"1"_s, u"2"_s}, {heading, buttons});
    shipped.headerParameters = {u"1"_s};
    shipped.buttonPositions = {0};
    auto sale = made(u"summer_sale_with_a_long_name_2026"_s, u"pt_BR"_s, u"MARKETING"_s, u"REJECTED"_s,
                     u"{{1}}, everything must go. Up to 70 % off until Sunday."_s, {u"1"_s});
    sale.reason = u"INVALID_FORMAT"_s;
    account.list.templates = {
        made(u"appointment_tomorrow"_s, u"en_US"_s, u"UTILITY"_s, u"APPROVED"_s,
             u"Hello {{1}}, we see you tomorrow. Reply here if you cannot come."_s, {u"1"_s}),
        shipped, sale, made(u"welcome"_s, u"zh_Hant_HK"_s, u"MARKETING"_s, u"PENDING"_s, u"{{1}}, 歡迎。"_s, {u"1"_s})};
    return account;
}

domain::ProviderContent shipped()
{
    return {u"order_shipped"_s, u"en_US"_s, {u"SO-1042"_s}, {u"{{ first_name }}"_s, u"SO-1042"_s}, {u"SO-1042"_s}};
}

} // namespace

void Shooter::addTemplates()
{
    const auto editor = [this] { return window().findChild<gui::TemplateEditor *>(); };
    // The same template as one of another channel; nothing is saved.
    const auto show = [editor](domain::Channel channel, int part,
                               const std::function<void(domain::TemplateVersion &)> &fill) {
        domain::TemplateRecord record = editor()->record();
        record.channel = channel;
        fill(record.current.first());
        editor()->showRecord(record);
        editor()->findChild<QTabBar *>(u"mailParts"_s)->setCurrentIndex(part);
    };
    add(
        u"templates-editor"_s, [this] { window().openPage(u"templates"_s, m_ids.templates.constFirst().value); },
        [] { return shownButton(u"templateVersions"_s) != nullptr; });
    add(
        u"templates-versions"_s, [this] { press(u"templateVersions"_s); },
        [] { return QApplication::activeModalWidget() != nullptr; });
    add(
        u"templates-test"_s,
        [this] {
            closeDialogs();
            press(u"testTemplate"_s);
        },
        [] { return QApplication::activeModalWidget() != nullptr; });
    add(u"templates-mail"_s, [show] {
        closeDialogs();
        show(domain::Channel::Email, 1, [](domain::TemplateVersion &mail) {
            mail.subject = u"{{ first_name }}, your appointment at {{ workspace.name }}"_s;
            mail.html =
                u"<h2>See you soon, {{ first_name }}!</h2>\n<p>Your appointment is <b>tomorrow at ten</b>.<br>\n"
                "If you cannot come, <a href=\"https://example.org/change\">choose another time</a>.</p>\n"_s;
        });
    });
    add(u"templates-attachments"_s, [show] {
        show(domain::Channel::Email, 0, [](domain::TemplateVersion &mail) {
            for (const auto &[name, type, size] :
                 {std::tuple(u"Directions.pdf"_s, "application/pdf", 212'000),
                  std::tuple(u"Questionnaire for your first visit, with all its pages.docx"_s,
                             "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 48'300),
                  std::tuple(u"Our rooms.jpg"_s, "image/jpeg", 1'730'000)})
                mail.attachments.append(domain::attachmentOf(name, type, QByteArray(size, 'x')));
        });
    });
    add(u"templates-attachments-refused"_s, [editor] {
        editor()->attachments().add(domain::attachmentOf(u"Present.exe"_s, "application/octet-stream", "MZ"));
    });
}

void Shooter::addProviderTemplates()
{
    const auto editor = [this] { return window().findChild<gui::TemplateEditor *>(); };
    const auto show = [editor](const domain::ProviderContent &content, const QList<gui::TemplateAccount> &accounts) {
        domain::TemplateRecord record = editor()->record();
        record.channel = domain::Channel::WhatsApp;
        record.current.first().html.clear();
        record.current.first().attachments.clear();
        record.current.first().provider = content;
        editor()->showAccounts(accounts);
        editor()->showRecord(record);
        editor()->findChild<QTabBar *>(u"mailParts"_s)->setCurrentIndex(2);
    };
    add(u"templates-whatsapp"_s, [show] { show({}, {}); });
    add(u"templates-whatsapp-filled"_s, [show] { show(shipped(), {whatsAppAccount()}); });
    add(u"templates-whatsapp-choose"_s,
        [this] { (new gui::ProviderTemplateDialog({whatsAppAccount()}, shipped(), now, &window()))->open(); });
    go(
        u"templates-left"_s,
        [this] {
            closeDialogs();
            press(u"back"_s);
        },
        [editor] { return !editor()->isVisible(); });
}

void Shooter::addCampaigns(int round)
{
    using gui::CampaignWizard;
    const auto goesOn = when<CampaignWizard>([](const CampaignWizard &w) { return w.nextButton()->isEnabled(); });
    const auto goTo = [this](int step) {
        return with<CampaignWizard>([step](CampaignWizard &wizard) { wizard.goTo(step); });
    };
    go(
        u"campaign-wizard"_s,
        [this] {
            window().openPage(u"campaigns"_s);
            domain::Campaign draft;
            draft.name = u"Winter check-up"_s;
            qobject_cast<gui::CampaignsPage *>(window().page(u"campaigns"_s))->edit(draft);
        },
        opened<CampaignWizard>());
    add(u"campaign-wizard-1"_s, goTo(0), goesOn);
    add(u"campaign-wizard-2"_s, with<CampaignWizard>([](CampaignWizard &wizard) {
            wizard.goTo(1);
            wizard.findChild<QListWidget *>(u"templateList"_s)->setCurrentRow(1);
        }),
        goesOn);
    add(u"campaign-wizard-3"_s, goTo(2), goesOn);
    add(u"campaign-wizard-4"_s, goTo(3), goesOn);
    go(u"campaign-wizard-closed"_s, [] { closeDialogs(); });
    go(
        u"campaign-launched"_s, [this, round] { launch(m_ids.templates.at(round), round); },
        [this] { return m_launched.isValid(); });
    add(
        u"campaigns-progress"_s, [this] { window().openPage(u"campaigns"_s, m_launched.value); },
        [beats = 0]() mutable { return ++beats > 140; }); // some seconds of sending
    go(u"campaigns-progress-closed"_s, [this] { press(u"backToCampaigns"_s); });
    if (round < 2)
        add(
            u"phones"_s, [this] { m_desktop.showPhones(); }, [beats = 0]() mutable { return ++beats > 40; });
    go(u"phones-closed"_s, [this] {
        if (m_desktop.phones())
            m_desktop.phones()->hide();
    });
}

void Shooter::launch(domain::TemplateId id, int round)
{
    m_launched = {};
    domain::Campaign campaign;
    campaign.name = u"Winter check-up %1"_s.arg(round + 1);
    campaign.templateId = id;
    campaign.category = domain::Category::Transactional;
    m_desktop.client()->command(
        [campaign](engine::Commands &commands) -> domain::Result<domain::CampaignId> {
            const auto made = commands.saveCampaign(campaign);
            if (made)
                if (const auto launched = commands.launchCampaign(*made); !launched)
                    return tl::unexpected(launched.error());
            return made;
        },
        this,
        [this](const domain::Result<domain::CampaignId> &made) {
            if (made)
                m_launched = *made;
        });
}

} // namespace app
