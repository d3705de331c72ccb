#pragma once

#include "domain/provider/http.h"
#include "domain/provider/outcome.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

/// A template that is kept at the provider and has to be approved there (WhatsApp).
struct ProviderTemplate
{
    QString id;
    QString name;
    QString language; ///< as the provider spells it
    QString category; ///< the provider's word
    QString state;    ///< the provider's word: APPROVED, PENDING, REJECTED, PAUSED …
    QString reason;   ///< why it was rejected or paused; empty otherwise
    QString body;     ///< with its own placeholders
    // What it takes: the names of its placeholders in the order of their values ("1", "2" … where they have none), and
    // which of its buttons take one.
    bool named = false;
    QStringList headerParameters;
    QStringList bodyParameters;
    QList<int> buttonPositions;
    QJsonObject components; ///< whole, as the provider describes it
};

/// The use of such a template for one message.
struct TemplateUse
{
    QString name;
    QString language;
    QStringList headerParameters;
    QStringList bodyParameters;
    QStringList headerNames; ///< of the parameters, where the template names them; empty: they go by position
    QStringList bodyNames;
    QStringList buttonParameters; ///< of the buttons that take one, in their order
    QList<int> buttonPositions;   ///< which buttons these are; empty: the first ones
};

/// A request that came to the webhook server, untouched.
struct WebhookRequest
{
    QByteArray method;
    QByteArray url; ///< whole and public, with its query as it came
    HttpHeaders headers;
    QByteArray body;
};

/// What a person chose in the provider's own dialogue (WhatsApp's 'stop marketing'), not by writing a message.
struct ConsentChoice
{
    QString address; ///< normal form
    Channel channel = Channel::WhatsApp;
    std::optional<Category> category; ///< empty: every category
    bool optOut = true;
    QString words; ///< the provider's, kept as evidence
    Instant at{};
};

/// What it said, and what to answer once that is written down.
struct WebhookEvents
{
    QList<StatusReport> statuses;
    QList<InboundMessage> inbound;
    QList<ConsentChoice> consents;
    QList<ProviderTemplate> templates; ///< whose state has changed; without a body where the event has none
    int answerStatus = 200;
    QByteArray answerType = "text/plain";
    QByteArray answer;
};

} // namespace domain
