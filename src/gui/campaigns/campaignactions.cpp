#include "gui/campaigns/campaignactions.h"

#include "engine/client/client.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/frame/page.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/formats.h"
#include "gui/theme/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace gui {

CampaignActions::CampaignActions(const PageContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{}

void CampaignActions::toast(const QString &text)
{
    if (m_context.shell)
        m_context.shell->toast(text);
}

template <class Work>
void CampaignActions::run(Work work, const QString &done)
{
    if (!m_context.client)
        return;
    m_context.client->command(std::move(work), this, [this, done](const domain::Result<void> &result) {
        if (result)
            toast(done);
        else if (m_context.shell)
            m_context.shell->showError(result.error());
    });
}

void CampaignActions::pause(const engine::CampaignRow &row)
{
    run([id = row.campaign.id](engine::Commands &commands) { return commands.pauseCampaign(id); },
        tr("'%1' is paused. What waits is kept.").arg(row.campaign.name));
}

void CampaignActions::resume(const engine::CampaignRow &row)
{
    run([id = row.campaign.id](engine::Commands &commands) { return commands.resumeCampaign(id); },
        tr("'%1' goes on.").arg(row.campaign.name));
}

void CampaignActions::cancel(const engine::CampaignRow &row)
{
    const FamilyCounts counts = familiesOf(row.counts);
    QStringList words;
    if (row.campaign.expanded || counts.waiting > 0)
        words.append(tr("%Ln messages that still wait will not be sent.", nullptr, static_cast<int>(counts.waiting)));
    else
        words.append(tr("Nobody who has not got it yet will get it."));
    const qint64 left = counts.sent + counts.of(Tone::Doubt);
    if (left > 0)
        words.append(tr("%Ln messages have left already and cannot be called back.", nullptr, static_cast<int>(left)));
    words.append(tr("A cancelled campaign cannot be resumed; it can be duplicated."));
    auto *question = new ConfirmDialog(
        tr("Cancel '%1'?").arg(row.campaign.name), words.join(u' '),
        counts.waiting > 0 ? tr("Cancel %Ln waiting messages", nullptr, static_cast<int>(counts.waiting))
                           : tr("Cancel campaign"),
        ConfirmDialog::Kind::Dangerous, m_window);
    connect(question, &QDialog::accepted, this, [this, row] {
        run([id = row.campaign.id](engine::Commands &commands) { return commands.cancelCampaign(id); },
            tr("'%1' is cancelled.").arg(row.campaign.name));
    });
    question->open();
}

void CampaignActions::retryFailed(const engine::CampaignRow &row)
{
    const qint64 failed = campaignCan(row).retry;
    if (failed == 0)
        return;
    QString words = tr("Each of them is sent once more and paid for once more.");
    if (const qint64 doubt = familiesOf(row.counts).doubt; doubt > 0)
        words += u' ' + tr("%Ln messages in doubt are not among them.", nullptr, static_cast<int>(doubt));
    auto *question = new ConfirmDialog(tr("Send the failed messages of '%1' again?").arg(row.campaign.name), words,
                                       tr("Send %Ln messages again", nullptr, static_cast<int>(failed)),
                                       ConfirmDialog::Kind::Spending, m_window);
    connect(question, &QDialog::accepted, this, [this, id = row.campaign.id] {
        if (!m_context.client)
            return;
        m_context.client->command([id](engine::Commands &commands) { return commands.retryFailed(id); }, this,
                                  [this](const domain::Result<qint64> &count) {
                                      if (count)
                                          toast(tr("%Ln messages are sent again.", nullptr, static_cast<int>(*count)));
                                      else if (m_context.shell)
                                          m_context.shell->showError(count.error());
                                  });
    });
    question->open();
}

void CampaignActions::duplicate(const engine::CampaignRow &row)
{
    if (!m_context.client)
        return;
    m_context.client->command([id = row.campaign.id](engine::Commands &c) { return c.duplicateCampaign(id); }, this,
                              [this](const domain::Result<domain::CampaignId> &copy) {
                                  if (copy) {
                                      toast(tr("A copy was made as a draft."));
                                      Q_EMIT duplicated(*copy);
                                  } else if (m_context.shell) {
                                      m_context.shell->showError(copy.error());
                                  }
                              });
}

void CampaignActions::deleteDraft(const engine::CampaignRow &row)
{
    auto *question = new ConfirmDialog(tr("Delete the draft '%1'?").arg(row.campaign.name),
                                       tr("Nothing of it was sent. This cannot be undone."), tr("Delete draft"),
                                       ConfirmDialog::Kind::Dangerous, m_window);
    connect(question, &QDialog::accepted, this, [this, id = row.campaign.id, name = row.campaign.name] {
        run([id](engine::Commands &commands) { return commands.deleteDraft(id); }, tr("'%1' is deleted.").arg(name));
        Q_EMIT removed(id);
    });
    question->open();
}

void CampaignActions::showMessages(const engine::MessageQuery &query)
{
    if (m_context.shell)
        m_context.shell->openPage(u"messages"_s, QVariant::fromValue(query));
}

void CampaignActions::fillMenu(QMenu &menu, const engine::CampaignRow &row)
{
    const CampaignCan can = campaignCan(row);
    const auto add = [&](bool possible, const QString &iconName, const QString &text, auto action) {
        if (possible)
            menu.addAction(icon(iconName), text, this, action);
    };
    add(can.edit, u"document-edit"_s, tr("Edit"), [this, id = row.campaign.id] { Q_EMIT editWanted(id); });
    add(can.launch, u"document-send"_s, tr("Review and launch"),
        [this, id = row.campaign.id] { Q_EMIT editWanted(id); });
    add(can.pause, u"media-playback-pause"_s, tr("Pause"), [this, row] { pause(row); });
    add(can.resume, u"media-playback-start"_s, tr("Resume"), [this, row] { resume(row); });
    add(can.retry > 0, u"view-refresh"_s, tr("Send %Ln failed messages again", nullptr, static_cast<int>(can.retry)),
        [this, row] { retryFailed(row); });
    menu.addSeparator();
    add(row.counts.total() > 0, u"view-list-details"_s, tr("Show its messages"), [this, id = row.campaign.id] {
        engine::MessageQuery query;
        query.campaign = id;
        showMessages(query);
    });
    add(true, u"edit-copy"_s, tr("Duplicate"), [this, row] { duplicate(row); });
    menu.addSeparator();
    add(can.cancel, u"media-playback-stop"_s, tr("Cancel campaign"), [this, row] { cancel(row); });
    add(can.remove, u"edit-delete"_s, tr("Delete draft"), [this, row] { deleteDraft(row); });
}

} // namespace gui
