#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace platform {

/// Sees to it that a person has one window of the program: a second start hands its wish to the first and ends. GUI
/// thread, before the window is made; owned by main().
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `name` tells programs apart ("heliograph"); its lock and socket are the person's own.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True: this is the first, and hears of later ones by `asked`.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }
    /// For a second: hands the wish over (a workspace's path; empty: only raise). False where the first does not
    /// listen; whoever is not the first ends all the same. Takes some milliseconds.
    [[nodiscard]] bool handOver(const QString &wish) const;

Q_SIGNALS:
    /// Another start was made: raise the window, and open this file where it is not empty.
    void asked(const QString &wish);

private:
    void take();

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_isFirst = false;
};

} // namespace platform
