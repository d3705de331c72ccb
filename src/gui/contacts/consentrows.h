#pragma once

#include "domain/contact/contact.h"
#include "engine/client/models.h"

#include <QWidget>

class QVBoxLayout;

namespace gui {

/// A line for each channel a contact can be reached on: may they be messaged, and the button that changes it. GUI
/// thread.
class ConsentRows : public QWidget
{
    Q_OBJECT

public:
    explicit ConsentRows(QWidget *parent = nullptr);
    void show(const domain::Contact &contact, const QList<engine::OptOut> &optOuts, domain::Instant now);

Q_SIGNALS:
    void changeWanted(domain::Channel channel, bool optOut);

private:
    void addRow(domain::Channel channel, const QList<engine::OptOut> &optOuts, domain::Instant now);

    QVBoxLayout *m_column;
};

/// "may be messaged", "opted out of everything since …", "opted out of marketing since …".
[[nodiscard]] QString consentText(domain::Channel channel, const QList<engine::OptOut> &optOuts, domain::Instant now);

} // namespace gui
