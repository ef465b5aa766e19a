#include "ui/shell/sidebar.h"

#include "ui/shell/gateway_card.h"
#include "ui/shell/nav_button.h"
#include "ui/shell/page_registry.h"
#include "ui/widgets/paint.h"

#include <QButtonGroup>
#include <QScrollArea>
#include <QToolButton>

namespace tollgate::ui {
namespace {

constexpr int kWide = 208;
constexpr int kNarrow = 64;

QMargins headingMargins(const Theme& theme, bool compact) {
    return {theme.px(10), theme.px(compact ? 6 : 12), 0, theme.px(compact ? 2 : 4)};
}

/// The mark: a rounded square in the two blues of the picture.
class BrandMark : public QWidget {
public:
    explicit BrandMark(QWidget* parent)
        : QWidget(parent) {
        const int size = Theme::of(this).px(20);
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        QLinearGradient gradient(QPointF(0, 0), QPointF(width(), height()));
        gradient.setColorAt(0, theme.seriesColor(u"openai"_qs));
        gradient.setColorAt(1, theme.color(ColorRole::Cyan));
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(gradient);
        painter.drawRoundedRect(rect(), theme.px(5), theme.px(5));
    }
};

} // namespace

Sidebar::Sidebar(GatewayLink& link, const PageRegistry& pages, QWidget* parent)
    : QWidget(parent)
    , m_gateway(new GatewayCard(link, this))
    , m_group(new QButtonGroup(this))
    , m_themes(new QButtonGroup(this)) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Navigation"));
    setFixedWidth(theme.px(kWide));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(17), 1, theme.px(8));
    column->setSpacing(0);
    column->addWidget(createBrand());
    column->addSpacing(theme.px(12));
    m_cardRow = makeRow(0);
    m_cardRow->setContentsMargins(theme.px(14), 0, theme.px(13), 0);
    m_cardRow->addWidget(m_gateway);
    column->addLayout(m_cardRow);
    column->addSpacing(theme.px(10));
    column->addWidget(createPages(pages), 1);
    column->addWidget(createFooter());
}

QWidget* Sidebar::createBrand() {
    const Theme& theme = Theme::of(this);
    auto* brand = new QWidget(this);
    auto* row = m_brandRow = makeRow(9);
    row->setContentsMargins(theme.px(18), 0, 0, 0);
    row->addWidget(new BrandMark(brand));
    auto* name = makeLabel(u"Tollgate"_qs, ColorRole::Text, 1.5, QFont::DemiBold, brand);
    row->addWidget(name, 1);
    m_wideOnly << name;
    brand->setLayout(row);
    return brand;
}

QWidget* Sidebar::createPages(const PageRegistry& pages) {
    const Theme& theme = Theme::of(this);
    auto* content = new QWidget;
    content->setObjectName(u"scrollContent"_qs);
    auto* column = makeColumn(2);
    column->setContentsMargins(theme.px(10), 0, theme.px(10), 0);
    content->setLayout(column);
    std::optional<PageGroup> group;
    for (const PageEntry& page : pages.pages()) {
        if (group != page.group) {
            group = page.group;
            auto* heading = makeLabel(pageGroupTitle(page.group).toUpper(), ColorRole::TextMuted, -1.5,
                                      QFont::Normal, content);
            QFont font = heading->font();
            font.setLetterSpacing(QFont::PercentageSpacing, 106);
            heading->setFont(font);
            heading->setContentsMargins(headingMargins(theme, m_compact));
            m_wideOnly << heading;
            m_headings << heading;
            column->addWidget(heading);
        }
        auto* button = new NavButton(page.id, page.title, page.icon, content);
        m_group->addButton(button);
        m_buttons.insert(page.id, button);
        column->addWidget(button);
    }
    column->addStretch(1);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { Q_EMIT pageRequested(static_cast<NavButton*>(button)->id()); });

    auto* scroll = m_scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Pages"));
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

QWidget* Sidebar::createFooter() {
    const Theme& theme = Theme::of(this);
    auto* footer = new QWidget(this);
    auto* row = m_footerRow = makeRow(2);
    row->setContentsMargins(theme.px(14), theme.px(4), theme.px(13), 0);
    footer->setLayout(row);
    const auto add = [&](const QString& icon, const QString& name) {
        auto* button = new QToolButton(footer);
        button->setIcon(theme.icon(icon, ColorRole::TextFaint));
        button->setIconSize(QSize(theme.px(15), theme.px(15)));
        button->setAccessibleName(name);
        button->setToolTip(name);
        row->addWidget(button);
        return button;
    };
    const auto addTheme = [&](const QString& icon, const QString& name, ThemeMode mode,
                              const QString& objectName) {
        QToolButton* button = add(icon, name);
        button->setCheckable(true);
        button->setObjectName(objectName);
        m_themes->addButton(button, static_cast<int>(mode));
        m_wideOnly << button; // also in the settings, the palette and by a shortcut
    };
    addTheme(u"monitor"_qs, tr("Colours of the desktop"), ThemeMode::System, u"theme.system"_qs);
    addTheme(u"moon"_qs, tr("Dark colours"), ThemeMode::Dark, u"theme.dark"_qs);
    addTheme(u"sun"_qs, tr("Light colours"), ThemeMode::Light, u"theme.light"_qs);
    connect(m_themes, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT themeModeRequested(static_cast<ThemeMode>(id)); });
    row->addStretch(1);
    QToolButton* find = add(u"search"_qs, tr("Find a page, an object or an action (Ctrl+K)"));
    find->setObjectName(u"palette"_qs);
    connect(find, &QToolButton::clicked, this, &Sidebar::paletteRequested);
    QToolButton* keys = add(u"keyboard"_qs, tr("Keyboard shortcuts"));
    connect(keys, &QToolButton::clicked, this, &Sidebar::cheatSheetRequested);
    return footer;
}

void Sidebar::setNarrow(bool narrow) {
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    const Theme& theme = Theme::of(this);
    setFixedWidth(theme.px(narrow ? kNarrow : kWide));
    for (QWidget* widget : std::as_const(m_wideOnly))
        widget->setVisible(!narrow);
    for (NavButton* button : std::as_const(m_buttons))
        button->setNarrow(narrow);
    m_gateway->setNarrow(narrow);
    const int edge = theme.px(narrow ? 3 : 14);
    m_brandRow->setContentsMargins(theme.px(narrow ? 22 : 18), 0, 0, 0);
    m_cardRow->setContentsMargins(edge, 0, edge, 0);
    m_footerRow->setContentsMargins(edge, theme.px(4), edge, 0);
    fitHeight();
}

void Sidebar::setCurrent(const QString& pageId) {
    if (NavButton* button = m_buttons.value(pageId))
        button->setChecked(true);
    showCurrent();
}

/// All pages in sight where that is possible: in a low window they stand closer together.
void Sidebar::fitHeight() {
    const Theme& theme = Theme::of(this);
    const auto headings = static_cast<int>(m_narrow ? 0 : m_headings.size());
    const int saved = static_cast<int>(m_buttons.size()) * (theme.px(15) - theme.px(11)) +
                      headings * (theme.px(12) - theme.px(6) + theme.px(4) - theme.px(2));
    const int roomy = m_scroll->widget()->sizeHint().height() + (m_compact ? saved : 0);
    const bool compact = roomy > m_scroll->height();
    if (compact != m_compact) {
        m_compact = compact;
        for (QLabel* heading : std::as_const(m_headings))
            heading->setContentsMargins(headingMargins(theme, compact));
        for (NavButton* button : std::as_const(m_buttons))
            button->setCompact(compact);
        m_scroll->widget()->layout()->activate();
    }
    showCurrent();
}

void Sidebar::showCurrent() {
    if (QAbstractButton* button = m_group->checkedButton())
        m_scroll->ensureWidgetVisible(button, 0, Theme::of(this).px(8));
}

void Sidebar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void Sidebar::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitHeight();
}

void Sidebar::setBadge(const QString& pageId, int count) {
    if (NavButton* button = m_buttons.value(pageId))
        button->setBadge(count);
}

void Sidebar::setActivity(const QString& pageId, int running) {
    if (NavButton* button = m_buttons.value(pageId))
        button->setActivity(running);
}

int Sidebar::badge(const QString& pageId) const {
    const NavButton* button = m_buttons.value(pageId);
    return button ? button->badge() : 0;
}

void Sidebar::setThemeMode(ThemeMode mode) {
    if (QAbstractButton* button = m_themes->button(static_cast<int>(mode)))
        button->setChecked(true);
}

void Sidebar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::Sidebar));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(ColorRole::Border));
}

} // namespace tollgate::ui
