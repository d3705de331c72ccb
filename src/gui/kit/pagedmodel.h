#pragma once

#include "domain/core/result.h"
#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

namespace gui {

/// A list of any length, read page by page as one scrolls. `fetch(cursor, limit, then)` asks (usually through
/// EngineClient::ask) and calls `then` once, later, in the GUI thread. An answer to an older question is dropped.
/// GUI thread.
///
///     PagedModel<engine::MessageRow> model(columns, [](const auto &row) { return row.id.value; },
///         [this](const QString &cursor, int limit, auto then) {
///             m_client.ask([query = m_query, cursor, limit](engine::Queries &q) { return q.messages(query, cursor,
///             limit); },
///                          this, then);
///         });
template <class T>
class PagedModel : public RowsModel<T>
{
public:
    using Answer = std::function<void(domain::Result<engine::Page<T>>)>;
    using Fetch = std::function<void(const QString &cursor, int limit, Answer then)>;
    using Failed = std::function<void(const domain::Error &)>;

    PagedModel(QList<Column<T>> columns, typename RowsModel<T>::Id id, Fetch fetch, QObject *parent = nullptr)
        : RowsModel<T>(std::move(columns), std::move(id), parent), m_fetch(std::move(fetch))
    {}

    void onFailure(Failed failed) { m_failed = std::move(failed); }

    /// Another question (filter, order): what was here goes, the first page comes.
    void restart()
    {
        ++m_question;
        m_pending = false;
        m_complete = false;
        m_fresh = true;
        m_next.clear();
        ask({}, pageRows);
    }

    /// The same question again: rows that stayed keep their selection. Reads as many rows as there are now (at most
    /// `refreshLimit`; what lies further down is read again when one scrolls there).
    void refresh()
    {
        if (m_pending)
            return;
        ++m_question;
        m_fresh = true;
        const int loaded = int(this->rows().size());
        ask({}, std::clamp((loaded + pageRows - 1) / pageRows * pageRows, pageRows, refreshLimit));
    }

    /// Rows as if they had come as the first answer; `next` empty: these are all.
    void showPage(engine::Page<T> page)
    {
        ++m_question;
        m_pending = false;
        m_fresh = true;
        take(std::move(page));
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && !m_complete && !m_pending && !m_next.isEmpty();
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            ask(m_next, pageRows);
    }
    [[nodiscard]] bool isComplete() const override { return m_complete; }
    [[nodiscard]] bool isLoading() const { return m_pending; }

    /// The order is part of the question: the page asks again.
    void sort(int, Qt::SortOrder) override {}

    static constexpr int pageRows = 100;
    static constexpr int refreshLimit = 1000;

private:
    void ask(const QString &cursor, int limit)
    {
        if (!m_fetch)
            return;
        m_pending = true;
        m_fetch(cursor, limit,
                [guard = QPointer<PagedModel>(this), question = m_question](domain::Result<engine::Page<T>> answer) {
                    if (!guard || guard->m_question != question)
                        return;
                    guard->m_pending = false;
                    if (answer)
                        guard->take(std::move(*answer));
                    else if (guard->m_failed)
                        guard->m_failed(answer.error());
                });
    }

    void take(engine::Page<T> page)
    {
        m_next = page.next;
        m_complete = page.next.isEmpty();
        if (std::exchange(m_fresh, false))
            this->setRows(std::move(page.rows));
        else if (page.rows.isEmpty())
            Q_EMIT this->loaded();
        else
            this->appendRows(std::move(page.rows));
    }

    Fetch m_fetch;
    Failed m_failed;
    QString m_next;
    quint64 m_question = 0;
    bool m_pending = false;
    bool m_complete = false;
    bool m_fresh = true;
};

} // namespace gui
