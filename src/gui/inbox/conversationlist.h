#pragma once

#include "engine/client/models.h"
#include "gui/kit/pagedmodel.h"

#include <QListView>

namespace gui {

using ConversationModel = PagedModel<engine::ConversationRow>;

/// Its one column: what a screen reader says of a conversation.
[[nodiscard]] QList<Column<engine::ConversationRow>> conversationColumns(std::function<domain::Instant()> now);

/// The conversations: who, when, by which channel, the last text, and a mark where something is unread. GUI thread.
class ConversationList : public QListView
{
    Q_OBJECT

public:
    ConversationList(ConversationModel &model, std::function<domain::Instant()> now, QWidget *parent = nullptr);
};

} // namespace gui
