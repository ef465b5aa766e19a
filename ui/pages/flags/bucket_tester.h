#pragma once
// "carol → bucket 43 → stable, not in 15 %": asks the gateway how the flag as it is saved treats one subject.

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace tollgate::ui {

class Badge;
class GatewayLink;
struct GatewayReply;

class BucketTester : public QWidget {
    Q_OBJECT
public:
    explicit BucketTester(GatewayLink* link, QWidget* parent = nullptr);

    /// `stickyBy`: "user", "project" or "key": what the typed name is.
    void setFlag(const QString& key, const QString& stickyBy, double rolloutPercent);
    QString resultText() const;

private:
    void ask();
    void show(const GatewayReply& reply);
    void clear();

    GatewayLink* m_link;
    QString m_key;
    QString m_stickyBy;
    double m_percent = 0;
    QTimer m_pause;
    QLineEdit* m_subject = nullptr;
    QLabel* m_bucketWord = nullptr;
    QLabel* m_bucket = nullptr;
    QLabel* m_arrow = nullptr;
    Badge* m_serve = nullptr;
    QLabel* m_reason = nullptr;
};

} // namespace tollgate::ui
