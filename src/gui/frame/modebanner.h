#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gui {

/// The line across the top of the window while what is sent does not reach real people. GUI thread.
class ModeBanner : public QFrame
{
    Q_OBJECT

public:
    enum class Mode { Real, Demo, Rehearsal };

    explicit ModeBanner(QWidget *parent = nullptr);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }

Q_SIGNALS:
    void phonesWanted();
    void endWanted(); ///< of the rehearsal

private:
    Mode m_mode = Mode::Real;
    QLabel *m_words;
    QPushButton *m_phones;
    QPushButton *m_end;
};

} // namespace gui
