#pragma once

#include "engine/client/importer.h"

#include <QPointer>

/// An importer that answers when the test says so.
class FakeImporter : public engine::ContactImporter
{
public:
    void preview(const QString &, const std::optional<engine::FileFormat> &wanted, QObject *,
                 std::function<void(domain::Result<engine::ImportPreview>)> then) override
    {
        engine::ImportPreview answer = previewAnswer;
        if (wanted)
            answer.format = *wanted;
        ++previews;
        then(answer);
    }
    void start(const engine::ImportPlan &plan, QObject *context,
               std::function<void(domain::Result<engine::ImportReport>)> then) override
    {
        plans.append(plan);
        m_context = context;
        m_then = std::move(then);
    }
    void cancel() override { answer(domain::fail(domain::ErrorCode::Cancelled)); }
    [[nodiscard]] bool isRunning() const override { return static_cast<bool>(m_then); }

    void answer(domain::Result<engine::ImportReport> report)
    {
        if (auto then = std::exchange(m_then, nullptr); then && m_context)
            then(std::move(report));
    }
    void tell(const engine::ImportProgress &now) { Q_EMIT progress(now); }

    engine::ImportPreview previewAnswer;
    QList<engine::ImportPlan> plans;
    int previews = 0;

private:
    QPointer<QObject> m_context;
    std::function<void(domain::Result<engine::ImportReport>)> m_then;
};
