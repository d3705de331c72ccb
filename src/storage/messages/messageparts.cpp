#include "storage/messages/messageparts.h"

#include "domain/message/parts.h"
#include "storage/core/connection.h"

using domain::MessageState;

namespace storage {

domain::Result<domain::MessageEvent> wholeOf(Connection &connection, domain::MessageId message,
                                             const domain::MessageEvent &event)
{
    const auto *learnt = std::get_if<domain::StatusLearnt>(&event);
    const int parts = learnt ? domain::partsOf(learnt->report.reference) : 1;
    if (parts == 1 || learnt->report.providerMessageId.isEmpty())
        return event;
    domain::StatusReport report = learnt->report;

    QList<MessageState> known{report.state};
    bool isNews = true;
    auto &s = connection.statement("SELECT part, state FROM message_part WHERE message_id = ?");
    s.bind(1, message.value);
    while (s.next()) {
        const MessageState state = domain::messageStateFromText(s.text(1)).value_or(MessageState::Accepted);
        if (s.text(0) != report.providerMessageId)
            known.append(state);
        else if (domain::statusRank(state) >= domain::statusRank(report.state)) {
            known.first() = state;
            isNews = false;
        }
    }
    if (s.failed())
        return tl::unexpected(connection.lastError());
    if (isNews) {
        auto &w = connection.statement("INSERT INTO message_part (message_id, part, state) VALUES (?, ?, ?)"
                                       " ON CONFLICT (message_id, part) DO UPDATE SET state = excluded.state");
        w.bind(1, message.value).bind(2, report.providerMessageId).bind(3, domain::toText(report.state));
        if (auto done = w.exec(); !done)
            return tl::unexpected(done.error());
    }
    const MessageState whole = domain::stateOfParts(known, parts);
    if (whole != report.state) {
        report.reason.reset(); // it was the part's
        report.code.clear();
        report.text.clear();
    }
    report.state = whole;
    return domain::StatusLearnt{report};
}

} // namespace storage
