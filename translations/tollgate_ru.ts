<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>бюджет</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>флаг</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>использование</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создано</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>секрет сменён</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>выполнен откат</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импортировано</translation>
    </message>
    <message>
        <source>priced again</source>
        <translation>пересчитано</translation>
    </message>
    <message>
        <source>console</source>
        <translation>консоль</translation>
    </message>
    <message>
        <source>admin token</source>
        <translation>токен администратора</translation>
    </message>
    <message>
        <source>configuration file</source>
        <translation>файл конфигурации</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>шлюз</translation>
    </message>
    <message>
        <source>task</source>
        <translation>задача</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>пакет</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>веб-хук</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>отправлен снова</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>восстановлено</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>следующий шаг</translation>
    </message>
    <message>
        <source>guardrail</source>
        <translation>предохранитель</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>постепенное включение</translation>
    </message>
    <message>
        <source>first set-up</source>
        <translation>первая настройка</translation>
    </message>
</context>
<context>
    <name>GatewayReply</name>
    <message>
        <source>The gateway could not be reached.</source>
        <translation>Шлюз недоступен.</translation>
    </message>
    <message>
        <source>The gateway refused the request (%1).</source>
        <translation>Шлюз отклонил запрос (%1).</translation>
    </message>
</context>
<context>
    <name>JsonPath</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>ModelTasks</name>
    <message numerus="yes">
        <source>Edit %n models</source>
        <translation>
            <numerusform>Изменить %n модель</numerusform>
            <numerusform>Изменить %n модели</numerusform>
            <numerusform>Изменить %n моделей</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in one audited write. Changed prices hold from now on; earlier requests keep theirs.</source>
        <translation>Все они изменяются одной записью с отметкой в журнале аудита. Новые цены действуют с этого момента; у прежних запросов остаются старые.</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Применить ко всем</translation>
    </message>
    <message>
        <source>Models that change: %1.</source>
        <translation>Изменится моделей: %1.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Ничего не изменится.</translation>
    </message>
    <message>
        <source>Import of a cost map</source>
        <translation>Импорт карты цен</translation>
    </message>
    <message>
        <source>%1, applied to every provider of the kind it names. Changed prices hold from now on; what the file does not say stays.</source>
        <translation>%1 применяется ко всем провайдерам указанного в нём типа. Новые цены действуют с этого момента; то, чего в файле нет, остаётся прежним.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>подозрительно</translation>
    </message>
    <message>
        <source>New: %1, changed: %2, as they are: %3, left out: %4.</source>
        <translation>Новых: %1, изменено: %2, без изменений: %3, пропущено: %4.</translation>
    </message>
    <message>
        <source>Price history again</source>
        <translation>Пересчёт истории</translation>
    </message>
    <message>
        <source>Every request at the prices that now hold for its time. Sums, budgets and receipts follow; requests that retention removed keep theirs.</source>
        <translation>Каждый запрос пересчитывается по ценам, которые теперь действуют для его времени. Суммы, бюджеты и расчёты стоимости обновятся; у запросов, удалённых по сроку хранения, они останутся прежними.</translation>
    </message>
    <message>
        <source>Price again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Requests that change: %1 of %2; together %3 instead of %4.</source>
        <translation>Изменится запросов: %1 из %2; всего %3 вместо %4.</translation>
    </message>
</context>
<context>
    <name>PageGroup</name>
    <message>
        <source>Observe</source>
        <translation>Наблюдение</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Маршрутизация</translation>
    </message>
    <message>
        <source>Govern</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
</context>
<context>
    <name>PromptTasks</name>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Import of prompts</source>
        <translation>Импорт промптов</translation>
    </message>
    <message>
        <source>%1. A text that is new becomes the next version and the default; one that an older version has makes that one the default. Prompts the file does not name stay.</source>
        <translation>%1. Новый текст становится следующей версией и версией по умолчанию; текст, который уже есть в старой версии, делает её версией по умолчанию. Промпты, которых нет в файле, остаются.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>New prompts: %1, new versions: %2, rolled back or forward: %3, as they are: %4.</source>
        <translation>Новых промптов: %1, новых версий: %2, смена версии по умолчанию: %3, без изменений: %4.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Ничего не изменится.</translation>
    </message>
</context>
<context>
    <name>ResourceSpec</name>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>флаг</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>бюджет</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
</context>
<context>
    <name>RowLook</name>
    <message>
        <source>on</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
</context>
<context>
    <name>Spend</name>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>no project</source>
        <translation>без проекта</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>без ключа</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>без дня</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>без провайдера</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>без модели</translation>
    </message>
    <message>
        <source>no alias</source>
        <translation>без псевдонима</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>ветвь</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>без ветви</translation>
    </message>
</context>
<context>
    <name>VersionText</name>
    <message>
        <source>model: %1</source>
        <translation>модель: %1</translation>
    </message>
    <message>
        <source>temperature: %1</source>
        <translation>температура: %1</translation>
    </message>
    <message>
        <source>max tokens: %1</source>
        <translation>макс. токенов: %1</translation>
    </message>
    <message>
        <source>system message:</source>
        <translation>системное сообщение:</translation>
    </message>
    <message>
        <source>template:</source>
        <translation>шаблон:</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo: simulated providers, live traffic. Call it with the key %1</source>
        <translation>Демо: имитация провайдеров, живой трафик. Ключ для вызова: %1</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Копировать ключ</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
</context>
<context>
    <name>tollgate::ui</name>
    <message>
        <source>Limits</source>
        <translation>Лимиты</translation>
    </message>
    <message>
        <source>an empty field is no limit</source>
        <translation>пустое поле — без лимита</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без лимита</translation>
    </message>
    <message>
        <source>requests per minute</source>
        <translation>запросов в минуту</translation>
    </message>
    <message>
        <source>tokens per minute</source>
        <translation>токенов в минуту</translation>
    </message>
    <message>
        <source>in parallel</source>
        <translation>параллельно</translation>
    </message>
    <message>
        <source>No key needed by default.</source>
        <translation>По умолчанию ключ не нужен.</translation>
    </message>
    <message>
        <source>The key from %1.</source>
        <translation>Ключ с %1.</translation>
    </message>
    <message>
        <source>Other, OpenAI-compatible</source>
        <translation>Другой, совместимый с OpenAI</translation>
    </message>
    <message>
        <source>Simulated, no network</source>
        <translation>Имитация, без сети</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>совместимый с OpenAI</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>имитация</translation>
    </message>
    <message>
        <source>What stands before %1.</source>
        <translation>Часть адреса перед %1.</translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>кто отправил запрос</translation>
    </message>
    <message>
        <source>project of the key</source>
        <translation>проект ключа</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>клиентский ключ</translation>
    </message>
    <message>
        <source>alias the caller named</source>
        <translation>псевдоним, указанный клиентом</translation>
    </message>
    <message>
        <source>provider that answered</source>
        <translation>провайдер, который ответил</translation>
    </message>
    <message>
        <source>model that answered</source>
        <translation>модель, которая ответила</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>статус HTTP</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>чем закончился</translation>
    </message>
    <message>
        <source>until the last byte</source>
        <translation>до последнего байта</translation>
    </message>
    <message>
        <source>until the first token</source>
        <translation>до первого токена</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>доллары США</translation>
    </message>
    <message>
        <source>input and output together</source>
        <translation>вход и выход вместе</translation>
    </message>
    <message>
        <source>what was special</source>
        <translation>чем особенен запрос</translation>
    </message>
    <message>
        <source>answered as a stream</source>
        <translation>ответ потоком</translation>
    </message>
    <message>
        <source>flag that chose the target</source>
        <translation>флаг, по которому выбрана цель</translation>
    </message>
    <message>
        <source>arm of the flag</source>
        <translation>ветвь флага</translation>
    </message>
    <message>
        <source>prompt version</source>
        <translation>версия промпта</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>ID трассировки</translation>
    </message>
    <message>
        <source>path the caller used</source>
        <translation>путь, указанный клиентом</translation>
    </message>
    <message>
        <source>when it arrived</source>
        <translation>когда поступил</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Трафик</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Провайдеры</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Псевдонимы</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>Projects &amp; keys</source>
        <translation>Проекты и ключи</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Бюджеты</translation>
    </message>
    <message>
        <source>Any program with the openai package. Two variables, no change of code.</source>
        <translation>Любая программа с пакетом openai. Две переменные, код не меняется.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Окружение</translation>
    </message>
    <message>
        <source>Any program with the openai package of npm. Two variables, no change of code.</source>
        <translation>Любая программа с пакетом openai из npm. Две переменные, код не меняется.</translation>
    </message>
    <message>
        <source>Programs with the anthropic package. The address has no /v1: the SDK adds it.</source>
        <translation>Программы с пакетом anthropic. В адресе нет /v1: его добавляет SDK.</translation>
    </message>
    <message>
        <source>Speaks the Anthropic Messages API. The env block of its settings file wins over the shell.</source>
        <translation>Использует Anthropic Messages API. Блок env файла настроек важнее оболочки.</translation>
    </message>
    <message>
        <source>Start claude again; /status shows the address and the token.</source>
        <translation>Запустите claude заново; /status покажет адрес и токен.</translation>
    </message>
    <message>
        <source>When ANTHROPIC_API_KEY is set as well, it goes out beside the token: unset it.</source>
        <translation>Если задана и ANTHROPIC_API_KEY, она уходит вместе с токеном: уберите её.</translation>
    </message>
    <message>
        <source>Speaks the OpenAI Responses API to a provider of its configuration file.</source>
        <translation>Использует OpenAI Responses API с провайдером из файла конфигурации.</translation>
    </message>
    <message>
        <source>Start codex again: it reads the file only then.</source>
        <translation>Запустите codex заново: файл читается только при запуске.</translation>
    </message>
    <message>
        <source>Speaks only Google&apos;s own generateContent API.</source>
        <translation>Использует только собственный API Google generateContent.</translation>
    </message>
    <message>
        <source>Start gemini again and choose &quot;Use Gemini API key&quot; if it asks.</source>
        <translation>Запустите gemini заново и на вопрос выберите «Use Gemini API key».</translation>
    </message>
    <message>
        <source>Settings, Models, API Keys: turn on OpenAI API Key and Override OpenAI Base URL.</source>
        <translation>Settings, Models, API Keys: включите OpenAI API Key и Override OpenAI Base URL.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>The override holds for all OpenAI models of Cursor; its Tab completion keeps its own.</source>
        <translation>Замена действует на все модели OpenAI в Cursor; автодополнение Tab остаётся своим.</translation>
    </message>
    <message>
        <source>ChatOpenAI, or any chain on top of it. It calls through the OpenAI SDK.</source>
        <translation>ChatOpenAI или любая цепочка поверх него. Вызывает через OpenAI SDK.</translation>
    </message>
    <message>
        <source>The shortest way to see that it works.</source>
        <translation>Кратчайший способ увидеть, что всё работает.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Не удаётся создать каталог %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
    <message>
        <source>The file is not a JSON object with an object under &quot;env&quot;. Correct it first: nothing is written over it.</source>
        <translation>Файл не является объектом JSON с объектом в «env». Сначала исправьте его: поверх него ничего не пишется.</translation>
    </message>
    <message>
        <source>The file writes its model providers in a way that cannot be changed safely. Copy the lines by hand instead.</source>
        <translation>Провайдеры моделей записаны в файле так, что безопасно изменить их нельзя. Скопируйте строки вручную.</translation>
    </message>
    <message>
        <source>Choose an alias or provider/model.</source>
        <translation>Выберите псевдоним или провайдер/модель.</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>Сначала напишите сообщение.</translation>
    </message>
    <message>
        <source>Tools are a JSON array.</source>
        <translation>Инструменты — массив JSON.</translation>
    </message>
    <message>
        <source>This is not JSON: %1</source>
        <translation>Это не JSON: %1</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Песочница</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>Лаборатория сбоев</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Журнал аудита</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>stored prompt</source>
        <translation>сохранённый промпт</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Промпты</translation>
    </message>
    <message>
        <source>age</source>
        <translation>возраст</translation>
    </message>
    <message>
        <source>status</source>
        <translation>статус</translation>
    </message>
    <message>
        <source>task</source>
        <translation>задача</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>пакет</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>ход</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>cost so far</source>
        <translation>стоимость пока</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>custom id</source>
        <translation>свой id</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>получатель</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>попытки</translation>
    </message>
    <message>
        <source>next attempt</source>
        <translation>следующая попытка</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>последняя ошибка</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Messages are a JSON array.</source>
        <translation>Сообщения — это массив JSON.</translation>
    </message>
    <message>
        <source>Other parameters are a JSON object.</source>
        <translation>Прочие параметры — это объект JSON.</translation>
    </message>
    <message>
        <source>%1 has a field of its own.</source>
        <translation>Для %1 есть отдельное поле.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>прочие</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AddressStep</name>
    <message>
        <source>Where applications find it</source>
        <translation>Где её находят приложения</translation>
    </message>
    <message>
        <source>Tollgate stands between your applications and the models. They talk to one address instead of to each vendor, with a key of their own.</source>
        <translation>Tollgate стоит между вашими приложениями и моделями. Они обращаются к одному адресу вместо каждого провайдера, со своим ключом.</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Другой порт</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>What it knows is kept in %1, for you only.</source>
        <translation>Всё, что он знает, лежит в %1, только для вас.</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>слушает</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>не слушает</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>запускается</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AliasForm</name>
    <message>
        <source>Targets</source>
        <translation>Цели</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>цели</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Резерв</translation>
    </message>
    <message>
        <source>tried in order when a target fails</source>
        <translation>по очереди, если цель дала сбой</translation>
    </message>
    <message>
        <source>fallbacks</source>
        <translation>резерв</translation>
    </message>
    <message>
        <source>None: a failed request fails.</source>
        <translation>Резерва нет: неудачный запрос завершится ошибкой.</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Псевдоним</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>отбрасывать</translation>
    </message>
    <message>
        <source>refuse the request</source>
        <translation>отклонять запрос</translation>
    </message>
    <message>
        <source>pass on</source>
        <translation>передавать</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>стратегия</translation>
    </message>
    <message>
        <source>unsupported fields</source>
        <translation>неподдерживаемые поля</translation>
    </message>
    <message>
        <source>An alias needs a name.</source>
        <translation>Псевдониму нужно имя.</translation>
    </message>
    <message>
        <source>first that works</source>
        <translation>первая рабочая</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>по весу</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>самая быстрая</translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation>самая дешёвая</translation>
    </message>
    <message>
        <source>by the task</source>
        <translation>по задаче</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AliasesPage</name>
    <message>
        <source>Aliases</source>
        <translation>Псевдонимы</translation>
    </message>
    <message>
        <source>Filter aliases</source>
        <translation>Фильтр псевдонимов</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Новый псевдоним</translation>
    </message>
    <message>
        <source>No aliases yet</source>
        <translation>Псевдонимов пока нет</translation>
    </message>
    <message>
        <source>An alias is the model name clients use; what stands behind it can change without them.</source>
        <translation>Псевдоним — имя модели для клиентов; то, что за ним стоит, можно менять без их участия.</translation>
    </message>
    <message>
        <source>%1 aliases · %2 on</source>
        <translation>Псевдонимы: %1 · включены: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n цель</numerusform>
            <numerusform>%n цели</numerusform>
            <numerusform>%n целей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n резервная цель</numerusform>
            <numerusform>%n резервные цели</numerusform>
            <numerusform>%n резервных целей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnomaliesCard</name>
    <message>
        <source>Unusual spending</source>
        <translation>Необычные расходы</translation>
    </message>
    <message>
        <source>Nobody spends more than two and a half times their usual right now.</source>
        <translation>Сейчас ни у кого расходы не превышают обычные более чем в два с половиной раза.</translation>
    </message>
    <message>
        <source>top %1 of %2</source>
        <translation>топ-%1 из %2</translation>
    </message>
    <message>
        <source>%1: %2× the usual since %3 — %4 in three hours, usually %5</source>
        <translation>%1: с %3 расходы в %2 раза выше обычных — %4 за три часа, обычно %5</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnswerCard</name>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>поток</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>%1[tool call] %2(%3)</source>
        <translation>%1[вызов инструмента] %2(%3)</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>псевдоним или провайдер/модель</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation>Здесь появится ответ.</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Показать в трафике</translation>
    </message>
    <message>
        <source>Show the request of %1 in Traffic</source>
        <translation>Показать запрос %1 в трафике</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop the answer of %1</source>
        <translation>Остановить ответ: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try the round of %1 again</source>
        <translation>Повторить шаг: %1</translation>
    </message>
    <message>
        <source>[result of %1] %2</source>
        <translation>[результат %1] %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n round(s)</source>
        <translation>
            <numerusform>%1 за %n шаг</numerusform>
            <numerusform>%1 за %n шага</numerusform>
            <numerusform>%1 за %n шагов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnswerView</name>
    <message>
        <source>served by</source>
        <translation>кто ответил</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>первый токен</translation>
    </message>
    <message>
        <source>total</source>
        <translation>итого</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>%1 вх. · %2 исх.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>takes effect at once, in this console only</source>
        <translation>действует сразу и только в этой консоли</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>системные</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>тёмные</translation>
    </message>
    <message>
        <source>light</source>
        <translation>светлые</translation>
    </message>
    <message>
        <source>language</source>
        <translation>язык</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Со следующего запуска.</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>цвета</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditModel</name>
    <message>
        <source>when</source>
        <translation>когда</translation>
    </message>
    <message>
        <source>who</source>
        <translation>кто</translation>
    </message>
    <message>
        <source>change</source>
        <translation>изменение</translation>
    </message>
    <message>
        <source>what</source>
        <translation>действие</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>ресурс</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditPage</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Журнал аудита</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>Restore how it was before</source>
        <translation>Вернуть прежнее состояние</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Вернуть эту версию</translation>
    </message>
    <message>
        <source>Name, field or value</source>
        <translation>Имя, поле или значение</translation>
    </message>
    <message>
        <source>Find in the audit log</source>
        <translation>Поиск в журнале аудита</translation>
    </message>
    <message>
        <source>Kind of resource</source>
        <translation>Вид ресурса</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>кто угодно</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>Не удалось прочитать журнал аудита</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Изменений пока нет</translation>
    </message>
    <message>
        <source>Every change of the configuration is kept here.</source>
        <translation>Здесь хранятся все изменения конфигурации.</translation>
    </message>
    <message>
        <source>Nothing in the log is like this</source>
        <translation>Таких записей в журнале нет</translation>
    </message>
    <message>
        <source>Another text, kind or person may find it.</source>
        <translation>Попробуйте другой текст, вид ресурса или автора.</translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <translation>%1 · кто: %2 · %3</translation>
    </message>
    <message>
        <source>It was made like this.</source>
        <translation>Состояние при создании.</translation>
    </message>
    <message>
        <source>It was like this when it was deleted.</source>
        <translation>Состояние на момент удаления.</translation>
    </message>
    <message>
        <source>No field that is shown differs; secrets are not kept here.</source>
        <translation>В показанных полях отличий нет; секреты здесь не хранятся.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ.</source>
        <translation>
            <numerusform>Отличается %n поле.</numerusform>
            <numerusform>Отличаются %n поля.</numerusform>
            <numerusform>Отличаются %n полей.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was deleted. Make it again as it was %2?</source>
        <translation>Удалено: %1. Создать заново в том виде, какой был (%2)?</translation>
    </message>
    <message>
        <source>Bring %1 back to how it was? Now: %2.</source>
        <translation>Вернуть %1 к прежнему виду? Сейчас: %2.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>%1 is like that already.</source>
        <translation>%1: уже в таком виде.</translation>
    </message>
    <message>
        <source>Restored: %1 %2.</source>
        <translation>Восстановлено: %1 %2.</translation>
    </message>
    <message>
        <source>It could not be restored: %1</source>
        <translation>Не удалось восстановить: %1</translation>
    </message>
    <message>
        <source>%1 entries read, there are more</source>
        <translation>Прочитано записей: %1, есть ещё</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Times are local · secrets are never kept in the log</source>
        <translation>Время местное · секреты никогда не хранятся в журнале</translation>
    </message>
    <message>
        <source>How it stood right after that.</source>
        <translation>Так было сразу после этого.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditRestore</name>
    <message>
        <source>It was deleted and cannot be made again.</source>
        <translation>Ресурс удалён, и создать его заново нельзя.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BackupCard</name>
    <message>
        <source>there</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>credentials</source>
        <translation>учётные данные</translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>Резервная копия и восстановление</translation>
    </message>
    <message>
        <source>Providers, models, aliases, projects, keys, budgets, flags, prompts and settings in one file, without any secret.</source>
        <translation>Провайдеры, модели, псевдонимы, проекты, ключи, бюджеты, флаги, промпты и настройки в одном файле, без секретов.</translation>
    </message>
    <message>
        <source>Save the configuration…</source>
        <translation>Сохранить конфигурацию…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Восстановить из файла…</translation>
    </message>
    <message>
        <source>Also remove what the file does not name</source>
        <translation>Удалить также то, чего в файле нет</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>Что изменит файл</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не менять</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Записано в %1.</translation>
    </message>
    <message>
        <source>Nothing was written to %1: %2</source>
        <translation>В %1 ничего не записано: %2</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Сохранить конфигурацию</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Восстановить из файла</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>Конфигурация (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration.</source>
        <translation>%1: слишком большой файл для конфигурации.</translation>
    </message>
    <message>
        <source>%1 holds no configuration.</source>
        <translation>%1: конфигурации в файле нет.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything in %1 is so already.</source>
        <translation>Всё, что указано в %1, уже так и настроено.</translation>
    </message>
    <message numerus="yes">
        <source>%n resources would change by %1.</source>
        <translation>
            <numerusform>По файлу %1 изменится %n ресурс.</numerusform>
            <numerusform>По файлу %1 изменятся %n ресурса.</numerusform>
            <numerusform>По файлу %1 изменятся %n ресурсов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The configuration was restored: %n resources changed.</source>
        <translation>
            <numerusform>Конфигурация восстановлена: изменён %n ресурс.</numerusform>
            <numerusform>Конфигурация восстановлена: изменено %n ресурса.</numerusform>
            <numerusform>Конфигурация восстановлена: изменено %n ресурсов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Configuration (*.json *.yaml *.yml)</source>
        <translation>Конфигурация (*.json *.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BatchBar</name>
    <message>
        <source>Progress</source>
        <translation>Ход</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BatchDetail</name>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>Spent of the budget of the batch</source>
        <translation>Потрачено из бюджета пакета</translation>
    </message>
    <message>
        <source>Save the results…</source>
        <translation>Сохранить результаты…</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Показать в Трафике</translation>
    </message>
    <message>
        <source>Cancel the batch…</source>
        <translation>Отменить пакет…</translation>
    </message>
    <message>
        <source>Cancel this batch? What runs may end; nothing else of it begins.</source>
        <translation>Отменить этот пакет? Что выполняется, завершится; больше ничего не начнётся.</translation>
    </message>
    <message>
        <source>Cancel the batch</source>
        <translation>Отменить пакет</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Пусть выполняется</translation>
    </message>
    <message>
        <source>Nothing more of the batch begins.</source>
        <translation>Больше ничего из пакета не начнётся.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Which requests of the batch</source>
        <translation>Какие запросы пакета</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняются</translation>
    </message>
    <message>
        <source>Requests of the batch</source>
        <translation>Запросы пакета</translation>
    </message>
    <message>
        <source>Stop saving (%1 %)</source>
        <translation>Прервать запись (%1 %)</translation>
    </message>
    <message>
        <source>%1, kept until %2</source>
        <translation>%1, хранится до %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>None of them has failed.</source>
        <translation>Ни один не завершился ошибкой.</translation>
    </message>
    <message>
        <source>None of them runs right now.</source>
        <translation>Сейчас ни один не выполняется.</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Сохранить результаты</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Строки JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BodyView</name>
    <message>
        <source>How to show the %1</source>
        <translation>Как показать %1</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Исходный вид</translation>
    </message>
    <message>
        <source>The body was not kept</source>
        <translation>Тело не сохранено</translation>
    </message>
    <message>
        <source>Bodies are kept only while capture is on, for errors or for everything.</source>
        <translation>Тела сохраняются, только пока включена их запись: для ошибок или для всех запросов.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown; copying takes all of it.</source>
        <translation>Показаны только первые %1 из %2; копируется всё.</translation>
    </message>
    <message>
        <source>As it was sent; a stream with the time of each event since the request came</source>
        <translation>Как отправлено; в потоке — с временем каждого события от прихода запроса</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>The JSON, part by part</source>
        <translation>JSON по частям</translation>
    </message>
    <message>
        <source>%1 as a tree</source>
        <translation>%1 в виде дерева</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Копировать значение</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BucketTester</name>
    <message>
        <source>bucket</source>
        <translation>корзина</translation>
    </message>
    <message>
        <source>bucket %1 → %2 · %3</source>
        <translation>корзина %1 → %2 · %3</translation>
    </message>
    <message>
        <source>try one: %1</source>
        <translation>проверьте: %1</translation>
    </message>
    <message>
        <source>Which arm does this one get: %1</source>
        <translation>Какая ветвь достанется: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetForm</name>
    <message>
        <source>Where it stands</source>
        <translation>Текущее состояние</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>израсходовано</translation>
    </message>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>What it limits</source>
        <translation>Что ограничивает</translation>
    </message>
    <message>
        <source>spending of</source>
        <translation>область расходов</translation>
    </message>
    <message>
        <source>which one</source>
        <translation>какой именно</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>клиентский ключ</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>лимит</translation>
    </message>
    <message>
        <source>per</source>
        <translation>период</translation>
    </message>
    <message>
        <source>A limit above $0.</source>
        <translation>Нужен лимит больше $0.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>time zone of the period</source>
        <translation>часовой пояс периода</translation>
    </message>
    <message>
        <source>Choose whose spending is limited.</source>
        <translation>Выберите, чьи расходы ограничить.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>какой псевдоним</translation>
    </message>
    <message>
        <source>cheaper alias</source>
        <translation>дешёвый псевдоним</translation>
    </message>
    <message>
        <source>Choose the alias to use instead.</source>
        <translation>Выберите псевдоним на замену.</translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation>по достижении лимита</translation>
    </message>
    <message>
        <source>percent of the limit</source>
        <translation>процент лимита</translation>
    </message>
    <message>
        <source>Whole percents from 1 to 1000.</source>
        <translation>Целые проценты от 1 до 1000.</translation>
    </message>
    <message>
        <source>resets</source>
        <translation>обновится</translation>
    </message>
    <message>
        <source>notify at</source>
        <translation>уведомить при</translation>
    </message>
    <message>
        <source>Percent of the limit; you are notified once per period at each.</source>
        <translation>Процент лимита; о каждом пороге уведомление приходит один раз за период.</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>зарезервировано</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>The oldest of the 30 days drops out of the sum %1.</source>
        <translation>Самый старый из 30 дней выпадает из суммы: %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetGauge</name>
    <message>
        <source>%1 of %2 spent, %3 reserved</source>
        <translation>израсходовано %1 из %2, зарезервировано %3</translation>
    </message>
    <message>
        <source>, forecast %1</source>
        <translation>, прогноз %1</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>прогноз %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetHistoryCard</name>
    <message>
        <source>What happened at each threshold</source>
        <translation>Что произошло на каждом пороге</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>этот период</translation>
    </message>
    <message>
        <source>notified</source>
        <translation>отправлено уведомление</translation>
    </message>
    <message numerus="yes">
        <source>notified; %n request(s) refused</source>
        <translation>
            <numerusform>отправлено уведомление; отклонён %n запрос</numerusform>
            <numerusform>отправлено уведомление; отклонены %n запроса</numerusform>
            <numerusform>отправлено уведомление; отклонены %n запросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notified; %n request(s) sent to %1</source>
        <translation>
            <numerusform>отправлено уведомление; %n запрос направлен в %1</numerusform>
            <numerusform>отправлено уведомление; %n запроса направлены в %1</numerusform>
            <numerusform>отправлено уведомление; %n запросов направлены в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>не достигнут</translation>
    </message>
    <message>
        <source>%1, %2 spent</source>
        <translation>%1, потрачено %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetsPage</name>
    <message>
        <source>Budgets</source>
        <translation>Бюджеты</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>Фильтр бюджетов</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Новый бюджет</translation>
    </message>
    <message>
        <source>No budgets yet</source>
        <translation>Бюджетов пока нет</translation>
    </message>
    <message>
        <source>A budget warns, refuses or switches to a cheaper alias before spending runs away.</source>
        <translation>Бюджет предупреждает, отклоняет запросы или переводит их на дешёвый псевдоним, пока расходы не вышли из-под контроля.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) · %1 near the limit · %2 exceeded</source>
        <translation>
            <numerusform>%n бюджет · близко к лимиту: %1 · превышены: %2</numerusform>
            <numerusform>%n бюджета · близко к лимиту: %1 · превышены: %2</numerusform>
            <numerusform>%n бюджетов · близко к лимиту: %1 · превышены: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CanaryCard</name>
    <message>
        <source>p95 latency</source>
        <translation>задержка p95</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>доля ошибок</translation>
    </message>
    <message>
        <source>cost / request</source>
        <translation>стоимость / запрос</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Канарейка</translation>
    </message>
    <message>
        <source>No canary is running</source>
        <translation>Активной канарейки нет</translation>
    </message>
    <message>
        <source>A canary flag sends a share of an alias to another model and compares both.</source>
        <translation>Канареечный флаг направляет долю запросов псевдонима на другую модель и сравнивает обе.</translation>
    </message>
    <message>
        <source>Canary compared with stable</source>
        <translation>Канарейка в сравнении со стабильной версией</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>стабильная</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>канарейка</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>разница</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>Открыть флаги</translation>
    </message>
    <message>
        <source>Send %1 percent to the canary</source>
        <translation>Направлять на канарейку %1 %</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>Roll the canary back</source>
        <translation>Откатить канарейку</translation>
    </message>
    <message>
        <source>Canary ·</source>
        <translation>Канарейка ·</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>в норме</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>мало данных</translation>
    </message>
    <message>
        <source>target %1 · sticky by %2 · %3 requests</source>
        <translation>целевая доля %1 · закрепление: %2 · запросов: %3</translation>
    </message>
    <message>
        <source>Too large a difference to be chance</source>
        <translation>Слишком большая разница для случайности</translation>
    </message>
    <message>
        <source>Not significant: it may be chance</source>
        <translation>Незначимо: возможна случайность</translation>
    </message>
    <message>
        <source>%1 sends %2 % to the canary now.</source>
        <translation>%1 теперь направляет на канарейку %2 %.</translation>
    </message>
    <message>
        <source>%1 is rolled back.</source>
        <translation>%1: выполнен откат.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1: возвращено прежнее состояние.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
    <message>
        <source>n.s.</source>
        <translation>незнач.</translation>
    </message>
    <message>
        <source>cost / 1000</source>
        <translation>стоимость / 1000</translation>
    </message>
    <message>
        <source>What a thousand requests cost</source>
        <translation>Сколько стоит тысяча запросов</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CanaryForm</name>
    <message>
        <source>Roll back to stable</source>
        <translation>Откатить к стабильной версии</translation>
    </message>
    <message>
        <source>Everyone gets stable from the next request on</source>
        <translation>Со следующего запроса все получат стабильную версию</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Раскатка</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>стабильная</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>канарейка</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>раскатка</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>клиентский ключ</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>какой псевдоним</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Another salt puts everyone into another bucket</source>
        <translation>С другой солью все попадут в другие корзины</translation>
    </message>
    <message>
        <source>sticky by</source>
        <translation>закрепление</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>соль</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>наращивание</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation>действует первое совпадение</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>правила</translation>
    </message>
    <message>
        <source>%1 canary</source>
        <translation>канарейка %1</translation>
    </message>
    <message>
        <source>%1 is rolled back: everyone gets stable.</source>
        <translation>%1: выполнен откат, все получают стабильную версию.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CertificateDialog</name>
    <message>
        <source>Is this %1?</source>
        <translation>Это %1?</translation>
    </message>
    <message>
        <source>The certificate is another one than the one you trusted before. If nobody has renewed it, somebody may stand between you and the gateway.</source>
        <translation>Это не тот сертификат, которому вы доверились раньше. Если его никто не обновлял, кто-то может стоять между вами и шлюзом.</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate does not verify: %1. Compare the fingerprint with the one the gateway&apos;s owner sees before you trust it; nothing has been sent yet.</source>
        <translation>Сертификат шлюза не проходит проверку: %1. Прежде чем довериться ему, сравните отпечаток с тем, который видит владелец шлюза; пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Кому выдан</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Кем выдан</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Действителен</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>отпечаток</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Не подключаться</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Доверять этому сертификату</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ChangePreview</name>
    <message>
        <source>Will change</source>
        <translation>Изменится</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>Will change: %1</source>
        <translation>Изменится: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Chart</name>
    <message>
        <source>Show as table</source>
        <translation>Показать таблицей</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Копировать как изображение</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Reset the zoom of the chart</source>
        <translation>Снова показать весь график</translation>
    </message>
    <message>
        <source>Zoomed from %1 to %2</source>
        <translation>Увеличено от %1 до %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ChartTableDialog</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Копировать таблицу</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>Закрыть таблицу</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the list of shortcuts</source>
        <translation>Закрыть список сочетаний клавиш</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ClientDetail</name>
    <message>
        <source>Key and model</source>
        <translation>Ключ и модель</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>псевдоним или провайдер/модель</translation>
    </message>
    <message>
        <source>paste a client key</source>
        <translation>вставьте ключ клиента</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Создать ключ</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Kind of settings</source>
        <translation>Вид настроек</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>Settings to copy</source>
        <translation>Настройки для копирования</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>a short request through the gateway, as this program sends it</source>
        <translation>короткий запрос через шлюз, какой шлёт эта программа</translation>
    </message>
    <message>
        <source>Send a probe</source>
        <translation>Отправить пробу</translation>
    </message>
    <message>
        <source>YOUR_KEY</source>
        <translation>ВАШ_КЛЮЧ</translation>
    </message>
    <message>
        <source>YOUR_MODEL</source>
        <translation>ВАША_МОДЕЛЬ</translation>
    </message>
    <message>
        <source>A key of its own shows what this program costs, and can be taken away alone.</source>
        <translation>Отдельный ключ показывает, сколько стоит эта программа, и его можно отозвать отдельно.</translation>
    </message>
    <message>
        <source>%1 calls from its maker&apos;s servers: an address of this machine is out of their reach. It takes a public address with TLS in front of the gateway.</source>
        <translation>%1 обращается с серверов производителя: адрес этой машины им недоступен. Нужен публичный адрес с TLS перед шлюзом.</translation>
    </message>
    <message>
        <source>This gateway does not speak the API of %1: it would not reach a model, so nothing is written.</source>
        <translation>Этот шлюз не поддерживает API программы %1: до модели она не дойдёт, поэтому ничего не пишется.</translation>
    </message>
    <message>
        <source>Key %1 is made. Its secret is shown here until you leave the page, and never again.</source>
        <translation>Ключ %1 создан. Секрет виден здесь, пока вы не уйдёте со страницы, и больше никогда.</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>запрос</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>%1/%2 answered in %3, attempts: %4.</source>
        <translation>%1/%2: ответ за %3, попыток: %4.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ClientFile</name>
    <message>
        <source>%1 is too large to be a configuration file.</source>
        <translation>%1 слишком велик для файла конфигурации.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удаётся прочитать %1: %2</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile. Look at the new difference first.</source>
        <translation>%1 тем временем изменился. Сначала посмотрите новые отличия.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>%1 was changed since it was written.</source>
        <translation>%1 изменён после записи.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>Не удаётся удалить %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Go to a page or an object, or do something</source>
        <translation>Перейти к странице или объекту либо что-то сделать</translation>
    </message>
    <message>
        <source>Search pages, objects and actions</source>
        <translation>Поиск страниц, объектов и действий</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Ничего не подходит.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter do it · Esc close</source>
        <translation>↑ ↓ выбор · Enter выполнить · Esc закрыть</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CompareCard</name>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Version at the left</source>
        <translation>Версия слева</translation>
    </message>
    <message>
        <source>Version at the right</source>
        <translation>Версия справа</translation>
    </message>
    <message>
        <source>The two versions side by side</source>
        <translation>Обе версии рядом</translation>
    </message>
    <message>
        <source>%1, the default</source>
        <translation>%1, по умолчанию</translation>
    </message>
    <message>
        <source>what is being written</source>
        <translation>то, что пишется</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>Они одинаковы.</translation>
    </message>
    <message>
        <source>Lines that differ: %1</source>
        <translation>Различающихся строк: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectPage</name>
    <message>
        <source>Applications</source>
        <translation>Приложения</translation>
    </message>
    <message>
        <source>How to connect it</source>
        <translation>Как подключить</translation>
    </message>
    <message>
        <source>not seen lately</source>
        <translation>давно не было</translation>
    </message>
    <message>
        <source>last request %1</source>
        <translation>последний запрос %1</translation>
    </message>
    <message numerus="yes">
        <source>Programs seen lately: %n</source>
        <translation>
            <numerusform>Программ за последнее время: %n</numerusform>
            <numerusform>Программ за последнее время: %n</numerusform>
            <numerusform>Программ за последнее время: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectionBanner</name>
    <message>
        <source>Connect now</source>
        <translation>Подключиться сейчас</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Подключение к %1</translation>
    </message>
    <message>
        <source>Not connected to %1: %2</source>
        <translation>Нет связи с %1: %2</translation>
    </message>
    <message>
        <source>What you see is of %1. Edits stay.</source>
        <translation>Показаны данные на %1. Несохранённые правки остаются.</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s.</source>
        <translation>
            <numerusform>Следующая попытка через %n с.</numerusform>
            <numerusform>Следующая попытка через %n с.</numerusform>
            <numerusform>Следующая попытка через %n с.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CopyButton</name>
    <message>
        <source>copy</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Копировать: %1</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>скопировано</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CostCard</name>
    <message>
        <source>by project</source>
        <translation>по проектам</translation>
    </message>
    <message>
        <source>by user</source>
        <translation>по пользователям</translation>
    </message>
    <message>
        <source>by model</source>
        <translation>по моделям</translation>
    </message>
    <message>
        <source>by provider</source>
        <translation>по провайдерам</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>Стоимость по дням</translation>
    </message>
    <message>
        <source>Grouping of the cost</source>
        <translation>Группировка стоимости</translation>
    </message>
    <message>
        <source>Nothing was spent yet</source>
        <translation>Расходов пока нет</translation>
    </message>
    <message>
        <source>daily budget %1</source>
        <translation>дневной бюджет %1</translation>
    </message>
    <message>
        <source>The cost is not known</source>
        <translation>Стоимость неизвестна</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) today have no price.</source>
        <translation>
            <numerusform>%n сегодняшний запрос без цены.</numerusform>
            <numerusform>%n сегодняшних запроса без цены.</numerusform>
            <numerusform>%n сегодняшних запросов без цены.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CostTable</name>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>цена: %1</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>цена неизвестна</translation>
    </message>
    <message>
        <source>reserved %1</source>
        <translation>зарезервировано %1</translation>
    </message>
    <message>
        <source>, released %1</source>
        <translation>, освобождено %1</translation>
    </message>
    <message>
        <source>total</source>
        <translation>итого</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CredentialEdit</name>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove the stored key</source>
        <translation>Удалить сохранённый ключ</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>New API keys, one per line</source>
        <translation>Новые API-ключи, по одному в строке</translation>
    </message>
    <message>
        <source>Paste the key; several keys one per line</source>
        <translation>Вставьте ключ; несколько — по одному в строке</translation>
    </message>
    <message>
        <source>Access key id</source>
        <translation>ID ключа доступа</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Секретный ключ доступа</translation>
    </message>
    <message>
        <source>Session token, where there is one</source>
        <translation>Токен сеанса, если он есть</translation>
    </message>
    <message>
        <source>Or paste a Bedrock API key</source>
        <translation>Или вставьте API-ключ Bedrock</translation>
    </message>
    <message>
        <source>will be removed</source>
        <translation>будет удалён</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Set a key</source>
        <translation>Задать ключ</translation>
    </message>
    <message>
        <source>Replace the stored key</source>
        <translation>Заменить сохранённый ключ</translation>
    </message>
    <message>
        <source>Set an API key</source>
        <translation>Задать API-ключ</translation>
    </message>
    <message>
        <source>no key stored</source>
        <translation>ключ не сохранён</translation>
    </message>
    <message>
        <source>stored: %1</source>
        <translation>сохранено: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>a new access key</source>
        <translation>новый ключ доступа</translation>
    </message>
    <message numerus="yes">
        <source>%n new key(s)</source>
        <translation>
            <numerusform>%n новый ключ</numerusform>
            <numerusform>%n новых ключа</numerusform>
            <numerusform>%n новых ключей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DataCall</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>%1 (status %2)</source>
        <translation>%1 (код %2)</translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation>Шлюз ответил кодом %1.</translation>
    </message>
    <message>
        <source>No answer in time.</source>
        <translation>Нет ответа в срок.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DeploymentsEdit</name>
    <message>
        <source>gpt-4o = my-deployment</source>
        <translation>gpt-4o = my-deployment</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>“%1” has no deployment: write model = deployment.</source>
        <translation>У «%1» нет развёртывания: пишите модель = развёртывание.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DetailHeader</name>
    <message>
        <source>Enabled</source>
        <translation>Включён</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>Duplicate	Ctrl+D</source>
        <translation>Дублировать	Ctrl+D</translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation>Удалить…	Del</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DiffTable</name>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DragHandle</name>
    <message>
        <source>Drag to reorder</source>
        <translation>Перетащите, чтобы изменить порядок</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DryRunPanel</name>
    <message>
        <source>What would change</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не менять</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Working out what would change…</source>
        <translation>Определяем, что изменится…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done. %1</source>
        <translation>Готово. %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExpiryEdit</name>
    <message>
        <source>Expiry</source>
        <translation>Срок действия</translation>
    </message>
    <message>
        <source>never</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>on</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Действует до</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExplainCard</name>
    <message>
        <source>Explain</source>
        <translation>Объяснить</translation>
    </message>
    <message>
        <source>nothing is sent, nothing is spent</source>
        <translation>ничего не отправляется и не тратится</translation>
    </message>
    <message>
        <source>request</source>
        <translation>запрос</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>as user</source>
        <translation>от имени пользователя</translation>
    </message>
    <message>
        <source>This is not a JSON object: %1</source>
        <translation>Это не объект JSON: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбрана</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>не сейчас</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4</source>
        <translation>%1 %2: %3, %4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No target could take this request.</source>
        <translation>Ни одна цель не может принять этот запрос.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExportStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Отменить экспорт</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Экспорт…</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %1 requests, back to %2</source>
        <translation>
            <numerusform>Экспорт: %1 запрос, до %2</numerusform>
            <numerusform>Экспорт: %1 запроса, до %2</numerusform>
            <numerusform>Экспорт: %1 запросов, до %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FactsCard</name>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>системное хранилище ключей</translation>
    </message>
    <message>
        <source>a sealed file</source>
        <translation>зашифрованный файл</translation>
    </message>
    <message>
        <source>sealed with a key from the environment</source>
        <translation>зашифровано ключом из переменной среды</translation>
    </message>
    <message>
        <source>memory only: lost at the end</source>
        <translation>только память: пропадёт при завершении</translation>
    </message>
    <message>
        <source>nowhere: credentials cannot be stored</source>
        <translation>нигде: учётные данные сохранить нельзя</translation>
    </message>
    <message>
        <source>This gateway</source>
        <translation>Этот шлюз</translation>
    </message>
    <message>
        <source>decided when the program starts</source>
        <translation>задаётся при запуске программы</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>слушает на</translation>
    </message>
    <message>
        <source>worker threads</source>
        <translation>рабочие потоки</translation>
    </message>
    <message>
        <source>data directory</source>
        <translation>каталог данных</translation>
    </message>
    <message>
        <source>database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>provider keys in</source>
        <translation>ключи провайдеров</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>%1, %2 requests</source>
        <translation>%1, запросов: %2</translation>
    </message>
    <message>
        <source>%1, configuration %2</source>
        <translation>%1, конфигурация %2</translation>
    </message>
    <message>
        <source>Run setup again</source>
        <translation>Запустить настройку ещё раз</translation>
    </message>
    <message>
        <source>Address, secret store, a provider, a budget, a client key: step by step</source>
        <translation>Адрес, хранилище секретов, провайдер, бюджет, клиентский ключ: шаг за шагом</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FaultDial</name>
    <message>
        <source>Healthy</source>
        <translation>Исправен</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленный</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Сбоит</translation>
    </message>
    <message>
        <source>Rate-limited</source>
        <translation>С лимитом</translation>
    </message>
    <message>
        <source>Stalling</source>
        <translation>Замирает</translation>
    </message>
    <message>
        <source>Truncating</source>
        <translation>Обрывает</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FaultLabPage</name>
    <message>
        <source>No simulated provider</source>
        <translation>Нет симулируемого провайдера</translation>
    </message>
    <message>
        <source>The fault lab breaks providers on purpose, so it only touches those of the kind simulated. Make one to try failover without keys and without spending.</source>
        <translation>Лаборатория нарочно ломает провайдеров, поэтому трогает только вид simulated. Создайте такого, чтобы проверить переключение без ключей и трат.</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Новый провайдер</translation>
    </message>
    <message>
        <source>%1 · %2/%3: circuit %4</source>
        <translation>%1 · %2/%3: размыкатель %4</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>simulated provider</source>
        <translation>симулируемый провайдер</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source>mean latency</source>
        <translation>средняя задержка</translation>
    </message>
    <message>
        <source>answers with status 500</source>
        <translation>отвечает кодом 500</translation>
    </message>
    <message>
        <source>never answers</source>
        <translation>никогда не отвечает</translation>
    </message>
    <message>
        <source>answers with status 429</source>
        <translation>отвечает кодом 429</translation>
    </message>
    <message>
        <source>falls silent half way</source>
        <translation>замолкает на середине</translation>
    </message>
    <message>
        <source>breaks off half way</source>
        <translation>обрывается на середине</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>Test traffic</source>
        <translation>Тестовый трафик</translation>
    </message>
    <message>
        <source>real requests, marked fault-lab</source>
        <translation>настоящие запросы с меткой fault-lab</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>псевдоним или провайдер/модель</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /с</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>не чаще</translation>
    </message>
    <message>
        <source>Health of %1</source>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>%1 behaves as it did before.</source>
        <translation>%1 ведёт себя как прежде.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Send test traffic</source>
        <translation>Отправить тестовый трафик</translation>
    </message>
    <message>
        <source>Dialled. &quot;Back to normal&quot; puts its options back exactly as they were.</source>
        <translation>Изменено. «Вернуть как было» восстановит параметры в точности.</translation>
    </message>
    <message>
        <source>As configured. What is there now is kept and can be put back.</source>
        <translation>Как настроено. Нынешнее состояние сохраняется и может быть возвращено.</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>Лаборатория сбоев</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FileCard</name>
    <message>
        <source>Its own file</source>
        <translation>Собственный файл</translation>
    </message>
    <message>
        <source>What would change in the file</source>
        <translation>Что изменится в файле</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Записать файл</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>points here</source>
        <translation>указывает сюда</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>Restore the backup anyway</source>
        <translation>Всё равно вернуть копию</translation>
    </message>
    <message>
        <source>The file was changed since it was written here. Restoring the backup takes these changes away as well.</source>
        <translation>Файл изменён после записи. Возврат копии уберёт и эти изменения.</translation>
    </message>
    <message>
        <source>Create a key or paste one to write the file.</source>
        <translation>Создайте или вставьте ключ, чтобы записать файл.</translation>
    </message>
    <message>
        <source>Everything else in the file stays. What is there now is kept beside it and can be put back.</source>
        <translation>Остальное в файле остаётся. Нынешнее содержимое сохраняется рядом и может быть возвращено.</translation>
    </message>
    <message>
        <source>The file is made for you alone to read. Undo removes it again.</source>
        <translation>Файл создаётся с доступом только для вас. Отмена удалит его.</translation>
    </message>
    <message>
        <source>%1 is configured. %2</source>
        <translation>%1: настроено. %2</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1: возвращено прежнее состояние.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FileExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>Экспорт отменён.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FilterLineEdit</name>
    <message>
        <source>Filter requests</source>
        <translation>Фильтр запросов</translation>
    </message>
    <message>
        <source>user:nightly-eval status:&gt;=400 latency:&gt;1s …</source>
        <translation>user:nightly-eval status:&gt;=400 latency:&gt;1s …</translation>
    </message>
    <message>
        <source>Filter completions</source>
        <translation>Варианты для фильтра</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FirstRun</name>
    <message>
        <source>Setup is not finished yet: nothing is configured.</source>
        <translation>Настройка не закончена: ещё ничего не настроено.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagForm</name>
    <message>
        <source>What it is</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>key and type stay once it is created</source>
        <translation>ключ и тип после создания не меняются</translation>
    </message>
    <message>
        <source>Type of flag</source>
        <translation>Тип флага</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>A flag needs a key.</source>
        <translation>Флагу нужен ключ.</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>включён</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagHistoryCard</name>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>when</source>
        <translation>когда</translation>
    </message>
    <message>
        <source>who</source>
        <translation>кто</translation>
    </message>
    <message>
        <source>change</source>
        <translation>изменение</translation>
    </message>
    <message>
        <source>History of this flag</source>
        <translation>История этого флага</translation>
    </message>
    <message>
        <source>Changes to this flag appear here.</source>
        <translation>Здесь появятся изменения этого флага.</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>вернуть</translation>
    </message>
    <message>
        <source>Bring the flag back to how this change left it; saved only by Save</source>
        <translation>Вернуть флаг к виду после этого изменения; запишется только по кнопке «Сохранить»</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagsPage</name>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>Filter flags</source>
        <translation>Фильтр флагов</translation>
    </message>
    <message>
        <source>New flag</source>
        <translation>Новый флаг</translation>
    </message>
    <message>
        <source>No flags yet</source>
        <translation>Флагов пока нет</translation>
    </message>
    <message>
        <source>Try a new model on a few percent of users, compare prompts, or cut a provider off with one key.</source>
        <translation>Пробуйте новую модель на нескольких процентах пользователей, сравнивайте промпты или отключайте провайдера одной клавишей.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Every change to flags, in the audit log</source>
        <translation>Все изменения флагов в журнале аудита</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) · %1 on</source>
        <translation>
            <numerusform>%n флаг · включены: %1</numerusform>
            <numerusform>%n флага · включены: %1</numerusform>
            <numerusform>%n флагов · включены: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FormBinding</name>
    <message>
        <source>A whole number above 0, or empty.</source>
        <translation>Целое число больше 0 или пусто.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GatewayCard</name>
    <message>
        <source>Listening</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запускается</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Не работает</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>· %1 req/s</source>
        <translation>· %1/с</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Другой порт</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Listen on a free port this time</source>
        <translation>В этот раз занять свободный порт</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Остановить шлюз</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Запустить шлюз</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Нет связи</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GatewayNotices</name>
    <message>
        <source>Notices</source>
        <translation>Уведомления</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GuardrailsCard</name>
    <message>
        <source>Guardrails</source>
        <translation>Предохранители</translation>
    </message>
    <message>
        <source>roll back by itself when the canary is</source>
        <translation>автоматический откат, если у канарейки</translation>
    </message>
    <message>
        <source>error rate above</source>
        <translation>доля ошибок выше</translation>
    </message>
    <message>
        <source>p95 latency worse by</source>
        <translation>задержка p95 больше на</translation>
    </message>
    <message>
        <source>cost per request worse by</source>
        <translation>стоимость запроса больше на</translation>
    </message>
    <message>
        <source>needs at least</source>
        <translation>нужно не меньше</translation>
    </message>
    <message>
        <source>Fewest canary requests before guardrails act</source>
        <translation>Минимум запросов к канарейке, после которого срабатывают предохранители</translation>
    </message>
    <message>
        <source>canary requests</source>
        <translation>запросов к канарейке</translation>
    </message>
    <message>
        <source>guardrails after</source>
        <translation>предохранители после</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>Roll back when %1</source>
        <translation>Откатить, если %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>сейчас %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>мало запросов</translation>
    </message>
    <message>
        <source>breached</source>
        <translation>превышено</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>норма</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n запрос</numerusform>
            <numerusform>%n запроса</numerusform>
            <numerusform>%n запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>back to the default by itself when a version is</source>
        <translation>само возвращается к версии по умолчанию, если у другой</translation>
    </message>
    <message>
        <source>Fewest requests of a version before guardrails act</source>
        <translation>Наименьшее число запросов версии, прежде чем сработают предохранители</translation>
    </message>
    <message>
        <source>requests of a version</source>
        <translation>запросов одной версии</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::HealthCard</name>
    <message>
        <source>Provider health</source>
        <translation>Состояние провайдеров</translation>
    </message>
    <message>
        <source>No providers yet</source>
        <translation>Провайдеров пока нет</translation>
    </message>
    <message>
        <source>Requests need at least one to go to.</source>
        <translation>Запросы некуда отправлять: нужен хотя бы один.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Добавить провайдера</translation>
    </message>
    <message>
        <source>last %1 min</source>
        <translation>последние %1 мин</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsControls</name>
    <message>
        <source>Which list</source>
        <translation>Какой список</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Single requests that outlive their caller</source>
        <translation>Отдельные запросы, которые переживают своего клиента</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>Many requests handed in at once</source>
        <translation>Много запросов, сданных сразу</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Веб-хуки</translation>
    </message>
    <message>
        <source>Answers that are still to be delivered</source>
        <translation>Ответы, которые ещё нужно доставить</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Only of this project</source>
        <translation>Только этого проекта</translation>
    </message>
    <message>
        <source>Resend all…</source>
        <translation>Отправить все снова…</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>любой статус</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) were given up</source>
        <translation>
            <numerusform>%n веб-хук оставлен</numerusform>
            <numerusform>%n веб-хука оставлено</numerusform>
            <numerusform>%n веб-хуков оставлено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsEmpty</name>
    <message>
        <source>try it with curl:</source>
        <translation>попробуйте с curl:</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Ничего не подходит под этот фильтр</translation>
    </message>
    <message>
        <source>What matches later will appear here.</source>
        <translation>Что подойдёт позже, появится здесь.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Не удалось прочитать список</translation>
    </message>
    <message>
        <source>Every webhook is delivered</source>
        <translation>Все веб-хуки доставлены</translation>
    </message>
    <message>
        <source>What a receiver did not take stands here, with what it answered.</source>
        <translation>Здесь стоит то, что получатель не принял, и его ответ.</translation>
    </message>
    <message>
        <source>No batches yet</source>
        <translation>Пакетов пока нет</translation>
    </message>
    <message>
        <source>Post many requests to /v1/batches and fetch their results when they are done.</source>
        <translation>Отправьте много запросов на /v1/batches и заберите результаты, когда они готовы.</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Задач пока нет</translation>
    </message>
    <message>
        <source>Post a request to /v1/async/completions and fetch its result later, or have it sent to a webhook.</source>
        <translation>Отправьте запрос на /v1/async/completions и заберите результат позже или получите его веб-хуком.</translation>
    </message>
    <message>
        <source>What waits goes on when it runs again.</source>
        <translation>Что ждёт, продолжится, когда он заработает.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsPage</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Веб-хуки</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>The request of the chosen task in Traffic</source>
        <translation>Запрос выбранной задачи в Трафике</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) written to %1</source>
        <translation>
            <numerusform>%n результат записан в %1</numerusform>
            <numerusform>%n результата записано в %1</numerusform>
            <numerusform>%n результатов записано в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 не записан: %2</translation>
    </message>
    <message numerus="yes">
        <source>Resend all %n webhook(s) that were given up? Receivers may get what they have already.</source>
        <translation>
            <numerusform>Отправить снова %n оставленный веб-хук? Получатель может получить то, что у него уже есть.</numerusform>
            <numerusform>Отправить снова все %n оставленных веб-хука? Получатели могут получить то, что у них уже есть.</numerusform>
            <numerusform>Отправить снова все %n оставленных веб-хуков? Получатели могут получить то, что у них уже есть.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resend every webhook of %1 that was given up? Receivers may get what they have already.</source>
        <translation>Отправить снова все оставленные веб-хуки проекта %1? Получатели могут получить то, что у них уже есть.</translation>
    </message>
    <message>
        <source>Resend them</source>
        <translation>Отправить их снова</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Оставить их</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again, and there are more.</source>
        <translation>
            <numerusform>%n веб-хук снова в пути, и есть ещё.</numerusform>
            <numerusform>%n веб-хука снова в пути, и есть ещё.</numerusform>
            <numerusform>%n веб-хуков снова в пути, и есть ещё.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again.</source>
        <translation>
            <numerusform>%n веб-хук снова в пути.</numerusform>
            <numerusform>%n веб-хука снова в пути.</numerusform>
            <numerusform>%n веб-хуков снова в пути.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows read, there are more</source>
        <translation>Прочитано строк: %1, есть ещё</translation>
    </message>
    <message>
        <source>↑↓ move · Enter its task</source>
        <translation>↑↓ перемещение · Enter его задача</translation>
    </message>
    <message>
        <source>↑↓ move · Enter show in Traffic</source>
        <translation>↑↓ перемещение · Enter показать в Трафике</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsTiles</name>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняются</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>Задачи с ошибкой</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Недоставленные</translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation>На диске</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>ничего не ждёт</translation>
    </message>
    <message>
        <source>the oldest for %1</source>
        <translation>старейшая уже %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>all workers are busy</source>
        <translation>все исполнители заняты</translation>
    </message>
    <message>
        <source>workers at most</source>
        <translation>исполнителей самое большее</translation>
    </message>
    <message>
        <source>%1 of those that ended</source>
        <translation>%1 из завершённых</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>готово: %1</translation>
    </message>
    <message>
        <source>given up, %1 to deliver</source>
        <translation>оставлены, доставить: %1</translation>
    </message>
    <message>
        <source>%1 to deliver</source>
        <translation>доставить: %1</translation>
    </message>
    <message>
        <source>of %1 at most</source>
        <translation>самое большее %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KeyForm</name>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>last used</source>
        <translation>последнее использование</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Сменить секрет</translation>
    </message>
    <message>
        <source>A new secret; the old one stops working</source>
        <translation>Новый секрет; старый перестанет работать</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Чей это ключ</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>A key needs a name.</source>
        <translation>Ключу нужно имя.</translation>
    </message>
    <message>
        <source>no project</source>
        <translation>без проекта</translation>
    </message>
    <message>
        <source>whoever the request names</source>
        <translation>кого укажет запрос</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>срок действия</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>all models and aliases</source>
        <translation>все модели и псевдонимы</translation>
    </message>
    <message>
        <source>only these models or aliases</source>
        <translation>только эти модели или псевдонимы</translation>
    </message>
    <message>
        <source>Empty allows all.</source>
        <translation>Пустое поле разрешает все.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Give %1 a new secret? The old one stops working at once.</source>
        <translation>Выдать ключу %1 новый секрет? Старый сразу перестанет работать.</translation>
    </message>
    <message>
        <source>%1 has a new secret.</source>
        <translation>Новый секрет для %1 выдан.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KeyStep</name>
    <message>
        <source>The key, and a first request</source>
        <translation>Ключ и первый запрос</translation>
    </message>
    <message>
        <source>All of it is made in one write: either everything is there afterwards, or nothing.</source>
        <translation>Всё создаётся одной записью: после неё есть либо всё, либо ничего.</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>Отправить пробный запрос</translation>
    </message>
    <message>
        <source>• provider %1</source>
        <translation>• провайдер %1</translation>
    </message>
    <message>
        <source>• alias %1, answered by %2/%3</source>
        <translation>• псевдоним %1, отвечает %2/%3</translation>
    </message>
    <message>
        <source>• project %1 with the client key %2</source>
        <translation>• проект %1 с клиентским ключом %2</translation>
    </message>
    <message>
        <source>• a warning when a month has cost more than %1</source>
        <translation>• предупреждение, когда месяц стоил больше %1</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>спрашиваю</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>Seen live: status %1 from %2/%3 in %4. It stands on the page Traffic.</source>
        <translation>Увидено вживую: статус %1 от %2/%3 за %4. Он на странице «Трафик».</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KillSwitchForm</name>
    <message>
        <source>What it cuts off</source>
        <translation>Что отключает</translation>
    </message>
    <message>
        <source>while it is on, no request goes there</source>
        <translation>пока флаг включён, запросы туда не идут</translation>
    </message>
    <message>
        <source>a whole provider</source>
        <translation>провайдера целиком</translation>
    </message>
    <message>
        <source>one provider/model</source>
        <translation>одну пару провайдер/модель</translation>
    </message>
    <message>
        <source>which provider</source>
        <translation>какой провайдер</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>cuts off</source>
        <translation>отключает</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LatencyCard</name>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Provider of the latency chart</source>
        <translation>Провайдер на графике задержки</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Запросов за этот период нет</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>все провайдеры</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LeaveGuard</name>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1: есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LegendLabel</name>
    <message>
        <source>Legend: %1</source>
        <translation>Легенда: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ListEmpty</name>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>sample request</source>
        <translation>пример запроса</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LiveShareCard</name>
    <message>
        <source>Live share</source>
        <translation>Текущие доли</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>последний час</translation>
    </message>
    <message>
        <source>No requests in the last hour.</source>
        <translation>За последний час запросов не было.</translation>
    </message>
    <message>
        <source>%1 requests · p95 %2</source>
        <translation>запросов: %1 · p95 %2</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>без цели</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MainWindow</name>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Next colours: desktop, dark, light</source>
        <translation>Сменить цвета: системные, тёмные, светлые</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Find a page, an object or an action</source>
        <translation>Найти страницу, объект или действие</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>Сдвинуть перекрестие</translation>
    </message>
    <message>
        <source>Show the requests behind it</source>
        <translation>Показать запросы, из которых это сложилось</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Mark a part, then Enter zooms into it</source>
        <translation>Выделить часть, затем Enter увеличит её</translation>
    </message>
    <message>
        <source>Back from the zoom</source>
        <translation>Вернуться из увеличения</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MirrorForm</name>
    <message>
        <source>Mirror</source>
        <translation>Зеркало</translation>
    </message>
    <message>
        <source>answers are thrown away, the cost is booked apart</source>
        <translation>ответы отбрасываются, стоимость учитывается отдельно</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>какой псевдоним</translation>
    </message>
    <message>
        <source>requests of alias</source>
        <translation>запросы псевдонима</translation>
    </message>
    <message>
        <source>also sent to</source>
        <translation>также отправлять в</translation>
    </message>
    <message>
        <source>Share of requests mirrored</source>
        <translation>Доля зеркалируемых запросов</translation>
    </message>
    <message>
        <source>share of requests</source>
        <translation>доля запросов</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelForm</name>
    <message>
        <source>above %1 tokens</source>
        <translation>свыше %1 токенов</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>which provider</source>
        <translation>какой провайдер</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>name at the provider</source>
        <translation>имя у провайдера</translation>
    </message>
    <message>
        <source>A model belongs to a provider.</source>
        <translation>Модель должна принадлежать провайдеру.</translation>
    </message>
    <message>
        <source>A model needs a name.</source>
        <translation>Модели нужно имя.</translation>
    </message>
    <message>
        <source>A number, or nothing.</source>
        <translation>Число или пусто.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>US dollars per million tokens</source>
        <translation>доллары США за миллион токенов</translation>
    </message>
    <message>
        <source>in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>out</source>
        <translation>выход</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>из кэша</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>запись в кэш</translation>
    </message>
    <message>
        <source>cache write, 1 h</source>
        <translation>запись в кэш, 1 ч</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>рассуждения</translation>
    </message>
    <message>
        <source>sound in</source>
        <translation>звук, вход</translation>
    </message>
    <message>
        <source>sound out</source>
        <translation>звук, выход</translation>
    </message>
    <message>
        <source>pictures out</source>
        <translation>изображения, выход</translation>
    </message>
    <message>
        <source>sound, cached</source>
        <translation>звук из кэша</translation>
    </message>
    <message>
        <source>or per hour it runs</source>
        <translation>или за час работы</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>с этого момента</translation>
    </message>
    <message>
        <source>in place of the present version</source>
        <translation>вместо текущей версии</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>с указанного дня</translation>
    </message>
    <message>
        <source>day (UTC)</source>
        <translation>день (UTC)</translation>
    </message>
    <message>
        <source>changed prices hold</source>
        <translation>новые цены действуют</translation>
    </message>
    <message>
        <source>published at</source>
        <translation>где опубликовано</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Что она умеет</translation>
    </message>
    <message>
        <source>chat, tools, vision …</source>
        <translation>chat, tools, vision …</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>возможности</translation>
    </message>
    <message>
        <source>Requests that need another one are not sent here.</source>
        <translation>Запросы, которым нужна другая возможность, сюда не отправляются.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>простые</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средние</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>сложные</translation>
    </message>
    <message>
        <source>context, tokens</source>
        <translation>контекст, токены</translation>
    </message>
    <message>
        <source>longest answer</source>
        <translation>самый длинный ответ</translation>
    </message>
    <message>
        <source>good for tasks</source>
        <translation>для каких задач</translation>
    </message>
    <message>
        <source>Versions and tiers</source>
        <translation>Версии и ступени</translation>
    </message>
    <message>
        <source>since</source>
        <translation>с какого дня</translation>
    </message>
    <message>
        <source>source</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>Versions of the prices</source>
        <translation>Версии цен</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>изначально</translation>
    </message>
    <message>
        <source>%1 (holds)</source>
        <translation>%1 (действует)</translation>
    </message>
    <message>
        <source>other prices for long prompts or other terms</source>
        <translation>другие цены для длинных промптов и других условий</translation>
    </message>
    <message>
        <source>tiers</source>
        <translation>ступени</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelTable</name>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>US dollars per million tokens</source>
        <translation>Доллары США за миллион токенов</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>out</source>
        <translation>выход</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>из кэша</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>запись в кэш</translation>
    </message>
    <message>
        <source>context</source>
        <translation>контекст</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>возможности</translation>
    </message>
    <message>
        <source>source</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>%1/h</source>
        <translation>%1/ч</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Find models</source>
        <translation>Поиск моделей</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Новая модель</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Моделей пока нет</translation>
    </message>
    <message>
        <source>A provider brings the models whose list prices are known; others are added here.</source>
        <translation>С провайдером появляются модели с известными ценами по прайс-листу; остальные добавляются здесь.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Its list price, if there is one, holds again.</source>
        <translation>Снова начнёт действовать цена по прайс-листу, если она есть.</translation>
    </message>
    <message>
        <source>%1 models · %2 without a price</source>
        <translation>Модели: %1 · без цены: %2</translation>
    </message>
    <message>
        <source>Prices of many</source>
        <translation>Цены нескольких моделей</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Import a LiteLLM cost map…</source>
        <translation>Импортировать карту цен LiteLLM…</translation>
    </message>
    <message>
        <source>Price history again…</source>
        <translation>Пересчитать историю…</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n together</source>
        <translation>
            <numerusform>Изменить %n вместе</numerusform>
            <numerusform>Изменить %n вместе</numerusform>
            <numerusform>Изменить %n вместе</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit together</source>
        <translation>Изменить вместе</translation>
    </message>
    <message>
        <source>Choose several rows with Ctrl or Shift first</source>
        <translation>Сначала выберите несколько строк с Ctrl или Shift</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>every price becomes</source>
        <translation>каждая цена станет</translation>
    </message>
    <message>
        <source>Percent of what it is.</source>
        <translation>Процент от нынешней.</translation>
    </message>
    <message>
        <source>tools, vision …</source>
        <translation>tools, vision …</translation>
    </message>
    <message>
        <source>they can, too</source>
        <translation>также умеют</translation>
    </message>
    <message>
        <source>they cannot</source>
        <translation>не умеют</translation>
    </message>
    <message>
        <source>Import a LiteLLM cost map</source>
        <translation>Импорт карты цен LiteLLM</translation>
    </message>
    <message>
        <source>Cost map (*.json)</source>
        <translation>Карта цен (*.json)</translation>
    </message>
    <message>
        <source>%1 is too large for a cost map.</source>
        <translation>%1: слишком большой файл для карты цен.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>%1 is no cost map: %2</source>
        <translation>%1: это не карта цен: %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n требует внимания</numerusform>
            <numerusform>%1, %n требуют внимания</numerusform>
            <numerusform>%1, %n требуют внимания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n выполняется</numerusform>
            <numerusform>%1, %n выполняются</numerusform>
            <numerusform>%1, %n выполняется</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NoticeRules</name>
    <message>
        <source>Budget of %1 at %2 %</source>
        <translation>Бюджет %1: %2 %</translation>
    </message>
    <message>
        <source>%1 of %2 are spent.</source>
        <translation>Потрачено %1 из %2.</translation>
    </message>
    <message>
        <source>%1 is out of the rotation</source>
        <translation>%1 исключён из ротации</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 снова отвечает</translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation>Запросы снова идут туда.</translation>
    </message>
    <message>
        <source>Requests go elsewhere until it answers again.</source>
        <translation>Запросы идут в другое место, пока он не ответит.</translation>
    </message>
    <message>
        <source>Requests go elsewhere. Last error: %1</source>
        <translation>Запросы идут в другое место. Последняя ошибка: %1</translation>
    </message>
    <message>
        <source>%1 spends more than usual</source>
        <translation>%1 тратит больше обычного</translation>
    </message>
    <message>
        <source>%1 times the usual: %2 in the last hours.</source>
        <translation>В %1 раза больше обычного: %2 за последние часы.</translation>
    </message>
    <message>
        <source>Budget of everything at %1 %</source>
        <translation>Общий бюджет: %1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NumberedSentences</name>
    <message>
        <source>Why this route</source>
        <translation>Почему этот маршрут</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OriginalCard</name>
    <message>
        <source>Embeddings have no place in the playground: nothing was filled in.</source>
        <translation>Эмбеддингам здесь нет места: ничего не заполнено.</translation>
    </message>
    <message>
        <source>The body of this request was not kept. Target, dialect and streaming are filled in; the messages are not known.</source>
        <translation>Тело этого запроса не сохранено. Заполнены цель, диалект и потоковая передача; сообщения неизвестны.</translation>
    </message>
    <message>
        <source>Only the beginning of this request&apos;s body was kept. Target, dialect and streaming are filled in; the messages cannot be read.</source>
        <translation>Сохранено только начало тела этого запроса. Заполнены цель, диалект и потоковая передача; сообщения прочитать нельзя.</translation>
    </message>
    <message>
        <source>The body of this request is none that its route takes. Target, dialect and streaming are filled in.</source>
        <translation>Тело этого запроса не подходит его маршруту. Заполнены цель, диалект и потоковая передача.</translation>
    </message>
    <message>
        <source>%1 has no form of its own here: it is asked as %2.</source>
        <translation>Для %1 здесь нет своей формы: запрос пойдёт как %2.</translation>
    </message>
    <message>
        <source>Nothing is sent until you send it. What you leave as it is goes out byte by byte.</source>
        <translation>Ничего не отправляется, пока вы сами не отправите. Нетронутый запрос уйдёт байт в байт.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Оригинал</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>Сохранять тела отныне</translation>
    </message>
    <message>
        <source>Open the setting that keeps bodies</source>
        <translation>Открыть настройку сохранения тел</translation>
    </message>
    <message>
        <source>The original answer</source>
        <translation>Исходный ответ</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Bring back what stood here before the replay</source>
        <translation>Вернуть то, что было здесь до повтора</translation>
    </message>
    <message>
        <source>Put the original away and bring back what stood here before</source>
        <translation>Убрать оригинал и вернуть то, что было здесь раньше</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Показать в трафике</translation>
    </message>
    <message>
        <source>Show the original request in Traffic</source>
        <translation>Показать исходный запрос в трафике</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>The answer had no words.</source>
        <translation>В ответе не было слов.</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>Ответ не сохранён.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OutcomesCard</name>
    <message>
        <source>answered</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что происходит</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>С ответом</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>задержка p95</translation>
    </message>
    <message>
        <source>#</source>
        <translation>№</translation>
    </message>
    <message>
        <source>result</source>
        <translation>результат</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>обслужил</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>попытки</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>Requests of the fault lab</source>
        <translation>Запросы лаборатории сбоев</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>reached the caller</source>
        <translation>дошли до клиента</translation>
    </message>
    <message>
        <source>%1 sent, %2 answered, %3 failed, %4 saved</source>
        <translation>отправлено %1, ответов %2, ошибок %3, спасено %4</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Спасено</translation>
    </message>
    <message>
        <source>by another try</source>
        <translation>другой попыткой</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewControls</name>
    <message>
        <source>Time range</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 мин</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Последние 15 минут</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 ч</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Последний час</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 ч</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Последние сутки</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 д</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>Последняя неделя</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 д</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Все проекты</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Проект: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Resume updating</source>
        <translation>Продолжить обновление</translation>
    </message>
    <message>
        <source>Pause updating</source>
        <translation>Приостановить обновление</translation>
    </message>
    <message>
        <source>no numbers yet</source>
        <translation>данных пока нет</translation>
    </message>
    <message>
        <source>updated %1 s ago</source>
        <translation>обновлено %1 с назад</translation>
    </message>
    <message>
        <source>updated %1 min ago</source>
        <translation>обновлено %1 мин назад</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Нет ответа</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewFeed</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewTiles</name>
    <message>
        <source>vs previous 15 min</source>
        <translation>к прошлым 15 мин</translation>
    </message>
    <message>
        <source>vs previous hour</source>
        <translation>к прошлому часу</translation>
    </message>
    <message>
        <source>vs previous day</source>
        <translation>к прошлым суткам</translation>
    </message>
    <message>
        <source>vs previous week</source>
        <translation>к прошлой неделе</translation>
    </message>
    <message>
        <source>vs previous 30 days</source>
        <translation>к прошлым 30 дням</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Задержка p95</translation>
    </message>
    <message>
        <source>Gateway overhead p95</source>
        <translation>Задержка шлюза p95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Расходы сегодня</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>TTFT p95 %1</source>
        <translation>TTFT p95 %1</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>%1 saved by fallback</source>
        <translation>спасено резервом: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>сбоев: %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>бюджет превышен</translation>
    </message>
    <message>
        <source>over at %1</source>
        <translation>превышение в %1</translation>
    </message>
    <message>
        <source>no daily budget</source>
        <translation>нет дневного бюджета</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>без цены: %1</translation>
    </message>
    <message>
        <source>%1 cached input</source>
        <translation>%1 входа из кэша</translation>
    </message>
    <message>
        <source>no change %1</source>
        <translation>без изменений %1</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>проц. пунктов</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>спасено %1</translation>
    </message>
    <message>
        <source>points</source>
        <translation>п. п.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PaletteDelegate</name>
    <message>
        <source>%1 · used lately</source>
        <translation>%1 · недавно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PaletteItems</name>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Псевдоним</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флаг</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Новый провайдер</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Новый псевдоним</translation>
    </message>
    <message>
        <source>New flag</source>
        <translation>Новый флаг</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Новый промпт</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Новый ключ</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Новый бюджет</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Цвета: тёмные</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Цвета: светлые</translation>
    </message>
    <message>
        <source>Colours: as the desktop</source>
        <translation>Цвета: как у рабочего стола</translation>
    </message>
    <message>
        <source>Copy the gateway&apos;s address</source>
        <translation>Копировать адрес шлюза</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Остановить шлюз</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Запустить шлюз</translation>
    </message>
    <message>
        <source>Roll back flag %1</source>
        <translation>Откатить флаг %1</translation>
    </message>
    <message>
        <source>Test provider %1</source>
        <translation>Проверить провайдера %1</translation>
    </message>
    <message>
        <source>Reset the circuit of %1</source>
        <translation>Сбросить размыкатель %1</translation>
    </message>
    <message>
        <source>Roll %1 back? Everyone gets the stable arm at once.</source>
        <translation>Откатить %1? Все сразу получат стабильную версию.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1: возвращено прежнее состояние.</translation>
    </message>
    <message>
        <source>%1 is rolled back: everyone gets stable.</source>
        <translation>%1: выполнен откат, все получают стабильную версию.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрос к %1…</translation>
    </message>
    <message>
        <source>%1 answers: %2 ms.</source>
        <translation>%1 отвечает: %2 мс.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 не отвечает: %2</translation>
    </message>
    <message>
        <source>The circuit of %1 is closed: it gets requests again.</source>
        <translation>Размыкатель %1 замкнут: запросы снова идут туда.</translation>
    </message>
    <message>
        <source>Set up Tollgate</source>
        <translation>Настроить Tollgate</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Новая модель</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PercentSlider</name>
    <message>
        <source>%1, exact</source>
        <translation>%1, точно</translation>
    </message>
    <message>
        <source>Set %1 %</source>
        <translation>Задать %1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PlayRun</name>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Ответ оборвался до конца.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PlaygroundPage</name>
    <message>
        <source>Answer A</source>
        <translation>Ответ A</translation>
    </message>
    <message>
        <source>Answer B</source>
        <translation>Ответ B</translation>
    </message>
    <message>
        <source>Saved as %1 of %2.</source>
        <translation>Сохранено как %1 промпта %2.</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Песочница</translation>
    </message>
    <message>
        <source>Send the prompt</source>
        <translation>Отправить промпт</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>Две рядом</translation>
    </message>
    <message>
        <source>Save as version</source>
        <translation>Сохранить версию</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send the prompt (Ctrl+Enter)</source>
        <translation>Отправить промпт (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The gateway is not listening: start it to send anything.</source>
        <translation>Шлюз не слушает: запустите его, чтобы отправлять.</translation>
    </message>
    <message>
        <source>Waiting for answers</source>
        <translation>Ожидание ответов</translation>
    </message>
    <message>
        <source>Real requests: they are metered like any other</source>
        <translation>Настоящие запросы: учитываются как любые другие</translation>
    </message>
    <message>
        <source>Open the prompt</source>
        <translation>Открыть промпт</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>Остановить то, что выполняется</translation>
    </message>
    <message>
        <source>This request is no longer in the ledger: there is nothing to replay.</source>
        <translation>Этого запроса больше нет в журнале: повторять нечего.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Replay: nothing is sent until you send it</source>
        <translation>Повтор: ничего не отправляется, пока вы сами не отправите</translation>
    </message>
    <message>
        <source>Ctrl+Enter send · Esc stop</source>
        <translation>Ctrl+Enter отправить · Esc остановить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PolicyStep</name>
    <message>
        <source>A name and a budget</source>
        <translation>Имя и бюджет</translation>
    </message>
    <message>
        <source>Applications ask for an alias, so that the model behind it can change without them. The budget only warns; what blocks is set on the page Budgets.</source>
        <translation>Приложения просят псевдоним, поэтому модель за ним может меняться без них. Бюджет только предупреждает; то, что блокирует, задаётся на странице «Бюджеты».</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>budget per month</source>
        <translation>бюджет на месяц</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>name of the client key</source>
        <translation>имя клиентского ключа</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>rendered by the gateway, nothing is sent to a model</source>
        <translation>заполняет шлюз, модели ничего не отправляется</translation>
    </message>
    <message>
        <source>This version has no variables.</source>
        <translation>В этой версии нет переменных.</translation>
    </message>
    <message>
        <source>Rendered system message</source>
        <translation>Заполненное системное сообщение</translation>
    </message>
    <message>
        <source>system</source>
        <translation>системное</translation>
    </message>
    <message>
        <source>Rendered user message</source>
        <translation>Заполненное сообщение пользователя</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователя</translation>
    </message>
    <message>
        <source>Callers must give: %1</source>
        <translation>Вызывающий должен передать: %1</translation>
    </message>
    <message>
        <source>Must be texts, not lists: %1</source>
        <translation>Должны быть текстами, а не списками: %1</translation>
    </message>
    <message>
        <source>nothing, true, a text, or a JSON list</source>
        <translation>ничего, true, текст или список JSON</translation>
    </message>
    <message>
        <source>only where its section is given</source>
        <translation>только там, где задана его секция</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PriceEdit</name>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProjectForm</name>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>description</source>
        <translation>описание</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>Проекту нужно имя.</translation>
    </message>
    <message>
        <source>New key here</source>
        <translation>Новый ключ в проекте</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProjectsPage</name>
    <message>
        <source>Projects and keys</source>
        <translation>Проекты и ключи</translation>
    </message>
    <message>
        <source>Filter projects and keys</source>
        <translation>Фильтр проектов и ключей</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Новый ключ</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Проектов пока нет</translation>
    </message>
    <message>
        <source>A project groups client keys, their limits and their spending.</source>
        <translation>Проект объединяет клиентские ключи, их лимиты и расходы.</translation>
    </message>
    <message>
        <source>%1 requests/min</source>
        <translation>%1 запр./мин</translation>
    </message>
    <message>
        <source>no rate limit</source>
        <translation>без лимита частоты</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>истёк</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>скоро истечёт</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n ключ</numerusform>
            <numerusform>%n ключа</numerusform>
            <numerusform>%n ключей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It still has %n key(s).</source>
        <translation>
            <numerusform>В нём ещё %n ключ.</numerusform>
            <numerusform>В нём ещё %n ключа.</numerusform>
            <numerusform>В нём ещё %n ключей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who uses it is refused at once. For ten minutes it can be brought back, secret included.</source>
        <translation>Кто им пользуется, сразу получит отказ. В течение десяти минут его можно вернуть вместе с секретом.</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n проект</numerusform>
            <numerusform>%n проекта</numerusform>
            <numerusform>%n проектов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptEdit</name>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>You are a concise assistant.</source>
        <translation>Ты — лаконичный помощник.</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>системное сообщение</translation>
    </message>
    <message>
        <source>user message</source>
        <translation>сообщение пользователя</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>температура</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>макс. токенов</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>Attach an image</source>
        <translation>Прикрепить изображение</translation>
    </message>
    <message>
        <source>tools, a JSON array</source>
        <translation>инструменты, массив JSON</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Изображения (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 is too large: all images together may have %2.</source>
        <translation>%1 слишком велик: все изображения вместе не больше %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удаётся прочитать %1: %2</translation>
    </message>
    <message>
        <source>%1 is no PNG, JPEG, GIF or WebP image.</source>
        <translation>%1 — не изображение PNG, JPEG, GIF или WebP.</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Remove the image %1</source>
        <translation>Убрать изображение %1</translation>
    </message>
    <message>
        <source>Dialect the request is written in</source>
        <translation>Диалект, на котором написан запрос</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>Части промпта</translation>
    </message>
    <message>
        <source>messages between system and user, a JSON array</source>
        <translation>сообщения между системным и пользовательским, массив JSON</translation>
    </message>
    <message>
        <source>As the dialect writes them: answers, tool calls and their results.</source>
        <translation>Как их пишет диалект: ответы, вызовы инструментов и их результаты.</translation>
    </message>
    <message>
        <source>What the model calls is shown with its answer; you say what comes back.</source>
        <translation>Вызовы модели видны в ответе; результат указываете вы.</translation>
    </message>
    <message>
        <source>other parameters, a JSON object</source>
        <translation>прочие параметры, объект JSON</translation>
    </message>
    <message>
        <source>Whatever the dialect takes: top_p, stop, tool_choice, reasoning…</source>
        <translation>Всё, что принимает диалект: top_p, stop, tool_choice, reasoning…</translation>
    </message>
    <message>
        <source>Put in an example</source>
        <translation>Вставить пример</translation>
    </message>
    <message>
        <source>Images can be dropped here and pasted into the message, too</source>
        <translation>Изображения можно также перетащить сюда или вставить в сообщение</translation>
    </message>
    <message>
        <source>Written for %1: change what %2 does not take.</source>
        <translation>Написано для %1: измените то, чего не принимает %2.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>pasted.png</source>
        <translation>вставка.png</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptFlagForm</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>each user keeps their version</source>
        <translation>версия закреплена за пользователем</translation>
    </message>
    <message>
        <source>which prompt</source>
        <translation>какой промпт</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>default, when the flag is off</source>
        <translation>по умолчанию, если флаг выключен</translation>
    </message>
    <message>
        <source>versions and weights</source>
        <translation>версии и веса</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>веса</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation>действует первое совпадение</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>по весу</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>правила</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptForm</name>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>A prompt needs a name.</source>
        <translation>Промпту нужно название.</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующая версия</translation>
    </message>
    <message>
        <source>You are a concise assistant.</source>
        <translation>Ты лаконичный ассистент.</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>системное сообщение</translation>
    </message>
    <message>
        <source>template of the user message</source>
        <translation>шаблон сообщения пользователя</translation>
    </message>
    <message>
        <source>{{ name }} is a variable, {{#name}} … {{/name}} a section that may be left out or repeat.</source>
        <translation>{{ name }} — переменная, {{#name}} … {{/name}} — секция, которую можно опустить или повторить.</translation>
    </message>
    <message>
        <source>the caller&apos;s</source>
        <translation>из запроса</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>как у модели</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
    <message>
        <source>what is new in it</source>
        <translation>что в ней нового</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>температура</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>макс. токенов</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>How it is used</source>
        <translation>Как используется</translation>
    </message>
    <message>
        <source>Open the experiment</source>
        <translation>Открыть эксперимент</translation>
    </message>
    <message>
        <source>All its requests</source>
        <translation>Все запросы</translation>
    </message>
    <message>
        <source>How an application calls it</source>
        <translation>Как его вызывает приложение</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>вызов</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>по умолчанию %1</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Первая версия</translation>
    </message>
    <message>
        <source>saved as %1</source>
        <translation>сохранится как %1</translation>
    </message>
    <message>
        <source>starts from %1</source>
        <translation>на основе %1</translation>
    </message>
    <message>
        <source>No experiment: everybody gets %1, unless they ask for another.</source>
        <translation>Эксперимента нет: все получают %1, если не просят другую.</translation>
    </message>
    <message>
        <source>The experiment %1 decides who gets which version (%2); the default waits until it is off.</source>
        <translation>Эксперимент %1 решает, кто какую версию получает (%2); версия по умолчанию ждёт, пока он не выключен.</translation>
    </message>
    <message>
        <source>The experiment %1 is off: everybody gets %2.</source>
        <translation>Эксперимент %1 выключен: все получают %2.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptsPage</name>
    <message>
        <source>The prompts are in %1.</source>
        <translation>Промпты сохранены в %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Промпты</translation>
    </message>
    <message>
        <source>Filter prompts</source>
        <translation>Фильтр промптов</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Новый промпт</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>Промптов пока нет</translation>
    </message>
    <message>
        <source>Keep a prompt here, with its variables and versions: applications name it and change with it, and an older version is one click away.</source>
        <translation>Храните здесь промпт с переменными и версиями: приложения вызывают его по имени и меняются вместе с ним, а старая версия — в одном клике.</translation>
    </message>
    <message>
        <source>%1, the only version</source>
        <translation>%1, единственная версия</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n versions</source>
        <translation>
            <numerusform>%1 из %n версии</numerusform>
            <numerusform>%1 из %n версий</numerusform>
            <numerusform>%1 из %n версий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applications that call it get 404; %n versions go with it.</source>
        <translation>
            <numerusform>Приложения, которые его вызывают, получат 404; вместе с ним исчезнет %n версия.</numerusform>
            <numerusform>Приложения, которые его вызывают, получат 404; вместе с ним исчезнут %n версии.</numerusform>
            <numerusform>Приложения, которые его вызывают, получат 404; вместе с ним исчезнет %n версий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1. Callers get %2 until another version is made the default.</source>
        <translation>Сохранено как %1. Вызывающие получают %2, пока другая версия не станет версией по умолчанию.</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>Сделать %1 версией по умолчанию</translation>
    </message>
    <message>
        <source>Prompts as a file</source>
        <translation>Промпты файлом</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Импорт промптов</translation>
    </message>
    <message>
        <source>Prompts (*.yaml *.yml *.json)</source>
        <translation>Промпты (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>%1 is too large for a file of prompts.</source>
        <translation>Файл %1 слишком велик для промптов.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>Export prompts</source>
        <translation>Экспорт промптов</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n промпт</numerusform>
            <numerusform>%n промпта</numerusform>
            <numerusform>%n промптов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n версия</numerusform>
            <numerusform>%n версии</numerusform>
            <numerusform>%n версий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderForm</name>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Ask the provider now and show what it answers</source>
        <translation>Отправить запрос провайдеру и показать его ответ</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Start from…</source>
        <translation>Начать с…</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>шаблон</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>A provider needs a name.</source>
        <translation>Провайдеру нужно имя.</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>базовый URL</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>учётные данные</translation>
    </message>
    <message>
        <source>Timeouts and retries</source>
        <translation>Тайм-ауты и повторы</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>подключение</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>первый байт</translation>
    </message>
    <message>
        <source>between bytes</source>
        <translation>между байтами</translation>
    </message>
    <message>
        <source>whole request</source>
        <translation>весь запрос</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>requests in parallel</source>
        <translation>параллельные запросы</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без лимита</translation>
    </message>
    <message>
        <source>Simulated behaviour</source>
        <translation>Поведение имитации</translation>
    </message>
    <message>
        <source>no network, no cost</source>
        <translation>без сети и затрат</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>mean latency</source>
        <translation>средняя задержка</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>зерно</translation>
    </message>
    <message>
        <source>time-outs</source>
        <translation>тайм-ауты</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>long tail</source>
        <translation>длинный хвост</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>{provider}, {model} and {prompt:N} are filled in.</source>
        <translation>Вместо {provider}, {model} и {prompt:N} подставляются значения.</translation>
    </message>
    <message>
        <source>Azure</source>
        <translation>Azure</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>версия API</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>развёртывания</translation>
    </message>
    <message>
        <source>One model = deployment per line. A model that is not named here is its own deployment.</source>
        <translation>По одной паре модель = развёртывание в строке. Если модель здесь не указана, её имя и есть развёртывание.</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>region</source>
        <translation>регион</translation>
    </message>
    <message>
        <source>The one in the base URL; requests are signed for it.</source>
        <translation>Тот же, что в базовом URL; для него подписываются запросы.</translation>
    </message>
    <message>
        <source>%1 gets requests again.</source>
        <translation>%1 снова получает запросы.</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>лимит запросов</translation>
    </message>
    <message>
        <source>stalls</source>
        <translation>зависания</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>обрывы</translation>
    </message>
    <message>
        <source>tokens / s</source>
        <translation>токенов / с</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderHealthCard</name>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>размыкатель</translation>
    </message>
    <message>
        <source>next try</source>
        <translation>следующая попытка</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>задержка p95</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>доля ошибок</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>последняя ошибка</translation>
    </message>
    <message>
        <source>last probe</source>
        <translation>последняя проверка</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>через %1 с</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Запрос к провайдеру…</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>успешно</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>%1, models found: %2</source>
        <translation>%1, найдено моделей: %2</translation>
    </message>
    <message>
        <source>Reset circuit</source>
        <translation>Сбросить размыкатель</translation>
    </message>
    <message>
        <source>Send requests there again now, without waiting for the next try</source>
        <translation>Сразу снова слать туда запросы, не ожидая следующей попытки</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderHealthModel</name>
    <message>
        <source>disabled</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>%1 of the last %2 minutes had traffic, %3 had failures</source>
        <translation>С трафиком %1 из последних %2 мин, со сбоями %3</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Следующая попытка в %1</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>размыкатель</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderStep</name>
    <message>
        <source>The first provider</source>
        <translation>Первый провайдер</translation>
    </message>
    <message>
        <source>Where answers come from. Without a key of a vendor at hand, take the simulated one: it needs no network and costs nothing.</source>
        <translation>Откуда приходят ответы. Если ключа провайдера нет под рукой, возьмите симулируемого: ему не нужна сеть, и он ничего не стоит.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>test to see what there is, or type it</source>
        <translation>проверьте, чтобы увидеть список, или впишите</translation>
    </message>
    <message>
        <source>Test the provider</source>
        <translation>Проверить провайдера</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>базовый URL</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>спрашиваю</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message numerus="yes">
        <source>Answered in %1, %n models found.</source>
        <translation>
            <numerusform>Ответ за %1, найдена %n модель.</numerusform>
            <numerusform>Ответ за %1, найдено %n модели.</numerusform>
            <numerusform>Ответ за %1, найдено %n моделей.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Провайдеры</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Фильтр провайдеров</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Новый провайдер</translation>
    </message>
    <message>
        <source>No providers yet</source>
        <translation>Провайдеров пока нет</translation>
    </message>
    <message>
        <source>A provider is where requests go: OpenAI, a server on this machine, or a simulated one.</source>
        <translation>К провайдеру идут запросы: это OpenAI, сервер на этом компьютере или имитация.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>ошибок %1</translation>
    </message>
    <message>
        <source>Used by %1. </source>
        <translation>Используется в: %1. </translation>
    </message>
    <message>
        <source>Its stored key goes with it. For ten minutes both can be brought back.</source>
        <translation>Вместе с ним исчезнет сохранённый ключ. В течение десяти минут можно вернуть и то и другое.</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <translation>%1 за 24 ч</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>стоимость неизвестна</translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s) · %1 healthy</source>
        <translation>
            <numerusform>%n провайдер · в норме: %1</numerusform>
            <numerusform>%n провайдера · в норме: %1</numerusform>
            <numerusform>%n провайдеров · в норме: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RampEdit</name>
    <message>
        <source>Ramp</source>
        <translation>Наращивание</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>while healthy</source>
        <translation>пока в норме</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Ramp step</source>
        <translation>Шаг наращивания</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>Ramp interval</source>
        <translation>Интервал наращивания</translation>
    </message>
    <message>
        <source>Ramp end</source>
        <translation>Предел наращивания</translation>
    </message>
    <message>
        <source>every</source>
        <translation>каждые</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>+%1 every %2 min up to %3</source>
        <translation>+%1 каждые %2 мин до %3</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RemoteLink</name>
    <message>
        <source>The gateway&apos;s admin token is needed.</source>
        <translation>Нужен токен администратора шлюза.</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate does not verify.</source>
        <translation>Сертификат шлюза не проходит проверку.</translation>
    </message>
    <message>
        <source>The gateway has ended the connection.</source>
        <translation>Шлюз завершил соединение.</translation>
    </message>
    <message>
        <source>Something that is no gateway answers there, with status %1.</source>
        <translation>Там отвечает не шлюз, статус %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RemoteSession</name>
    <message>
        <source>The admin token could not be kept: %1</source>
        <translation>Не удалось сохранить токен администратора: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RequestInspector</name>
    <message>
        <source>input %1</source>
        <translation>вход %1</translation>
    </message>
    <message>
        <source>of it from cache %1</source>
        <translation>в том числе из кэша %1</translation>
    </message>
    <message>
        <source>written to cache %1</source>
        <translation>записано в кэш %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>выход %1</translation>
    </message>
    <message>
        <source>of it reasoning %1</source>
        <translation>в том числе рассуждения %1</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Части запроса</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Удобный вид</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>The request is on the clipboard as JSON.</source>
        <translation>Запрос скопирован в буфер обмена как JSON.</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>Запрос не выбран</translation>
    </message>
    <message>
        <source>Choose one to see its route, its answer and what it cost.</source>
        <translation>Выберите запрос, чтобы увидеть его маршрут, ответ и стоимость.</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>ID трассировки</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>трассировка %1</translation>
    </message>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>Этого запроса больше нет в журнале учёта.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
    <message>
        <source>No headers were kept.</source>
        <translation>Заголовки не сохранены.</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard; set TOLLGATE_KEY before running it.</source>
        <translation>Команда curl в буфере обмена; перед запуском задайте TOLLGATE_KEY.</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard with a sample message: this request&apos;s body was not kept.</source>
        <translation>Команда curl в буфере обмена с образцом сообщения: тело этого запроса не сохранено.</translation>
    </message>
    <message>
        <source>estimated: the provider reported no usage</source>
        <translation>оценка: провайдер не сообщил расход токенов</translation>
    </message>
    <message>
        <source>The request is in %1.</source>
        <translation>Запрос сохранён в %1.</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Save the request as an HTTP archive</source>
        <translation>Сохранить запрос как архив HTTP</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Архив HTTP (*.har)</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open this request in the playground</source>
        <translation>Открыть этот запрос в песочнице</translation>
    </message>
    <message>
        <source>Open this request in the playground (R)</source>
        <translation>Открыть этот запрос в песочнице (R)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>This request could not be read</source>
        <translation>Не удалось прочитать этот запрос</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ResourcePage</name>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>the new %1</source>
        <translation>новый %1</translation>
    </message>
    <message>
        <source>Changes to %1 are not saved.</source>
        <translation>Изменения не сохранены: %1.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>Discard and go on</source>
        <translation>Не сохранять и продолжить</translation>
    </message>
    <message>
        <source>Delete %1 %2?</source>
        <translation>Удалить %1 %2?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>Created %1 %2.</source>
        <translation>Создан %1 %2.</translation>
    </message>
    <message>
        <source>Saved %1 %2.</source>
        <translation>Сохранён %1 %2.</translation>
    </message>
    <message>
        <source>Undone: %1 %2.</source>
        <translation>Отменено: %1 %2.</translation>
    </message>
    <message>
        <source>Deleted %1 %2.</source>
        <translation>Удалён %1 %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Новый %1</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc discard · Ctrl+Z undo</source>
        <translation>Ctrl+S — сохранить · Esc — сбросить · Ctrl+Z — отменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>Не удалось прочитать</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Undo the latest change</source>
        <translation>Отменить последнее изменение</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>Сбросить правки</translation>
    </message>
    <message>
        <source>Delete (asks first)</source>
        <translation>Удалить (с подтверждением)</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Включить или выключить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RouteTab</name>
    <message>
        <source>prompt %1</source>
        <translation>промпт %1</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>Почему этот маршрут</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>Changed on the way</source>
        <translation>Изменено по пути</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копировать как JSON</translation>
    </message>
    <message>
        <source>Save as HAR…</source>
        <translation>Сохранить как HAR…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RuleRow</name>
    <message>
        <source>Actions for this rule</source>
        <translation>Действия с этим правилом</translation>
    </message>
    <message>
        <source>When %1 serve %2</source>
        <translation>Если %1, выдать %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RulesEdit</name>
    <message>
        <source>when</source>
        <translation>если</translation>
    </message>
    <message>
        <source>serve</source>
        <translation>выдать</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Добавить правило</translation>
    </message>
    <message>
        <source>alice, qa-*</source>
        <translation>alice, qa-*</translation>
    </message>
    <message>
        <source>any project</source>
        <translation>любой проект</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>любой ключ</translation>
    </message>
    <message>
        <source>user is one of</source>
        <translation>пользователь — один из</translation>
    </message>
    <message>
        <source>A * at the end stands for anything.</source>
        <translation>* в конце означает любое продолжение.</translation>
    </message>
    <message>
        <source>and project is one of</source>
        <translation>и проект — один из</translation>
    </message>
    <message>
        <source>and key is one of</source>
        <translation>и ключ — один из</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>все остальные</translation>
    </message>
    <message>
        <source>Name at least one user, project or key.</source>
        <translation>Укажите хотя бы одного пользователя, проект или ключ.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Apply rule</source>
        <translation>Применить правило</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SaveVersionPanel</name>
    <message>
        <source>Save as a prompt version</source>
        <translation>Сохранить как версию промпта</translation>
    </message>
    <message>
        <source>{{name}} in a message becomes a variable</source>
        <translation>{{name}} в сообщении становится переменной</translation>
    </message>
    <message>
        <source>a stored prompt, or a new name</source>
        <translation>сохранённый промпт или новое имя</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Сохранить версию</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Закрыть без сохранения</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>A prompt needs a name.</source>
        <translation>Промпту нужно имя.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecretPanel</name>
    <message>
        <source>The secret of this key</source>
        <translation>Секрет этого ключа</translation>
    </message>
    <message>
        <source>shown once: copy it now</source>
        <translation>показывается один раз: скопируйте сейчас</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>секрет</translation>
    </message>
    <message>
        <source>Done, I have it</source>
        <translation>Готово, секрет сохранён</translation>
    </message>
    <message>
        <source>Language of the example</source>
        <translation>Язык примера</translation>
    </message>
    <message>
        <source>example</source>
        <translation>пример</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecretsStep</name>
    <message>
        <source>Where keys are kept</source>
        <translation>Где хранятся ключи</translation>
    </message>
    <message>
        <source>Keys of providers are sealed with AES-256-GCM before they are stored. The key to that seal is kept apart from them.</source>
        <translation>Ключи провайдеров запечатываются AES-256-GCM до сохранения. Ключ от этой печати лежит отдельно от них.</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>системное хранилище ключей</translation>
    </message>
    <message>
        <source>a file that only you can read</source>
        <translation>файл, который читаете только вы</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>окружение</translation>
    </message>
    <message>
        <source>memory, until the gateway stops</source>
        <translation>память, до остановки шлюза</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecurityCard</name>
    <message>
        <source>ok</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>требует внимания</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>Security self-check</source>
        <translation>Самопроверка безопасности</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>point</source>
        <translation>пункт</translation>
    </message>
    <message>
        <source>as it is right now</source>
        <translation>состояние на данный момент</translation>
    </message>
    <message>
        <source>nothing to worry about</source>
        <translation>поводов для беспокойства нет</translation>
    </message>
    <message numerus="yes">
        <source>%n points need a look</source>
        <translation>
            <numerusform>%n пункт требует внимания</numerusform>
            <numerusform>%n пункта требуют внимания</numerusform>
            <numerusform>%n пунктов требуют внимания</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SeenCard</name>
    <message>
        <source>Who really calls</source>
        <translation>Кто на самом деле вызывает</translation>
    </message>
    <message>
        <source>by User-Agent and key</source>
        <translation>по User-Agent и ключу</translation>
    </message>
    <message>
        <source>No request of this program among the last ones. It appears here when it comes.</source>
        <translation>Среди последних нет запросов этой программы. Появится здесь, когда придёт.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>без ключа</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>ключ %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show the last request of %1 in Traffic</source>
        <translation>Показать последний запрос %1 в трафике</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SettingsForm</name>
    <message>
        <source>Who may call</source>
        <translation>Кому разрешены вызовы</translation>
    </message>
    <message>
        <source>everybody needs a client key</source>
        <translation>всем нужен клиентский ключ</translation>
    </message>
    <message>
        <source>this machine may call without a key</source>
        <translation>с этого компьютера можно без ключа</translation>
    </message>
    <message>
        <source>client keys</source>
        <translation>клиентские ключи</translation>
    </message>
    <message>
        <source>https://app.example.com</source>
        <translation>https://app.example.com</translation>
    </message>
    <message>
        <source>web pages that may call</source>
        <translation>веб-страницы, которым разрешены вызовы</translation>
    </message>
    <message>
        <source>Origins, without a path. None: no page in a browser may.</source>
        <translation>Источники (origin) без пути. Пусто: страницам в браузере вызовы запрещены.</translation>
    </message>
    <message>
        <source>Webhooks may go to private addresses</source>
        <translation>Веб-хуки могут обращаться к частным адресам</translation>
    </message>
    <message>
        <source>webhooks to private addresses</source>
        <translation>веб-хуки на частные адреса</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Что хранится</translation>
    </message>
    <message>
        <source>never</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>of failed requests</source>
        <translation>для неудачных запросов</translation>
    </message>
    <message>
        <source>of all requests</source>
        <translation>для всех запросов</translation>
    </message>
    <message>
        <source>request and response bodies</source>
        <translation>тела запросов и ответов</translation>
    </message>
    <message>
        <source>serve, and count what is lost</source>
        <translation>обслуживать и считать потерянное</translation>
    </message>
    <message>
        <source>refuse requests</source>
        <translation>отклонять запросы</translation>
    </message>
    <message>
        <source>when the disk takes no more</source>
        <translation>если запись на диск невозможна</translation>
    </message>
    <message>
        <source>requests are kept for</source>
        <translation>срок хранения запросов</translation>
    </message>
    <message>
        <source> days</source>
        <translation> дн.</translation>
    </message>
    <message>
        <source>database at most</source>
        <translation>база данных не больше</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> МБ</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Кэш</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>the same request, the same answer</source>
        <translation>на тот же запрос — тот же ответ</translation>
    </message>
    <message>
        <source>answers from the cache</source>
        <translation>ответы из кэша</translation>
    </message>
    <message>
        <source>good for</source>
        <translation>срок годности</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>memory at most</source>
        <translation>память не больше</translation>
    </message>
    <message>
        <source>Health of providers</source>
        <translation>Состояние провайдеров</translation>
    </message>
    <message>
        <source>checked every</source>
        <translation>проверка каждые</translation>
    </message>
    <message>
        <source>0: never by itself.</source>
        <translation>0: без автоматических проверок.</translation>
    </message>
    <message>
        <source>circuit opens after</source>
        <translation>размыкание после</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> сбоев</translation>
    </message>
    <message>
        <source>within</source>
        <translation>за время</translation>
    </message>
    <message>
        <source>tries again after</source>
        <translation>новая попытка через</translation>
    </message>
    <message>
        <source>growing to at most</source>
        <translation>с ростом не более чем до</translation>
    </message>
    <message>
        <source>closes after</source>
        <translation>замыкание после</translation>
    </message>
    <message>
        <source> successes</source>
        <translation> успехов</translation>
    </message>
    <message>
        <source>When a request names none</source>
        <translation>Если в запросе не указано</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>default alias</source>
        <translation>псевдоним по умолчанию</translation>
    </message>
    <message>
        <source>default prompt</source>
        <translation>промпт по умолчанию</translation>
    </message>
    <message>
        <source>Tasks and batches</source>
        <translation>Задачи и пакеты</translation>
    </message>
    <message>
        <source>run at a time</source>
        <translation>выполняются одновременно</translation>
    </message>
    <message>
        <source> requests</source>
        <translation> запросов</translation>
    </message>
    <message>
        <source>results are kept for</source>
        <translation>результаты хранятся</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> ч</translation>
    </message>
    <message>
        <source>stored at most</source>
        <translation>всего не больше</translation>
    </message>
    <message>
        <source>of one project at most</source>
        <translation>на проект не больше</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>Сбросить правки</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Saved the settings.</source>
        <translation>Настройки сохранены.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Provider keys are kept in: %1</source>
        <translation>Ключи провайдеров хранятся здесь: %1</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc discard</source>
        <translation>Ctrl+S — сохранить · Esc — сбросить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SetupWizard</name>
    <message>
        <source>Set up Tollgate</source>
        <translation>Настроить Tollgate</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>What is typed is kept, but the key; Ctrl+K finds &quot;Set up Tollgate&quot; again.</source>
        <translation>Введённое сохранится, кроме ключа; Ctrl+K снова найдёт «Настроить Tollgate».</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Пропустить шаг</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Create all of it</source>
        <translation>Создать всё</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Системные цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Find a page, an object or an action (Ctrl+K)</source>
        <translation>Найти страницу, объект или действие (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendChartCard</name>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Запросов за этот период нет</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>Стоимость по дням</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>daily budget %1</source>
        <translation>дневной бюджет %1</translation>
    </message>
    <message>
        <source>Nothing was spent in this range</source>
        <translation>Расходов за этот период нет</translation>
    </message>
    <message>
        <source>The price of these requests is not known.</source>
        <translation>Цена этих запросов неизвестна.</translation>
    </message>
    <message>
        <source>Cost by %1</source>
        <translation>Стоимость в разрезе: %1</translation>
    </message>
    <message>
        <source>The cost is not known</source>
        <translation>Стоимость неизвестна</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendControls</name>
    <message>
        <source>Time range</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 д</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 д</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Today and the six days before, in UTC</source>
        <translation>Сегодня и шесть предыдущих дней, по UTC</translation>
    </message>
    <message>
        <source>Today and the 29 days before, in UTC</source>
        <translation>Сегодня и 29 предыдущих дней, по UTC</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>This month so far, in UTC</source>
        <translation>Этот месяц до настоящего момента, по UTC</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Прошлый месяц</translation>
    </message>
    <message>
        <source>The whole month before, in UTC</source>
        <translation>Весь предыдущий месяц, по UTC</translation>
    </message>
    <message>
        <source>Filter what is counted</source>
        <translation>Фильтр того, что учитывается</translation>
    </message>
    <message>
        <source>project:checkout …</source>
        <translation>project:checkout …</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>без разбивки</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>строки: %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>столбцы: %1</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строки: %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Столбцы: %1</translation>
    </message>
    <message>
        <source>Stop (%1 %)</source>
        <translation>Остановить (%1 %)</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Экспорт CSV</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Остановить экспорт</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Экспорт таблицы в CSV</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendModel</name>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n requests</source>
        <translation>
            <numerusform>%1 за %n запрос</numerusform>
            <numerusform>%1 за %n запроса</numerusform>
            <numerusform>%1 за %n запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>токены: вход %1, выход %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a known price</source>
        <translation>
            <numerusform>у %n из них цена неизвестна</numerusform>
            <numerusform>у %n из них цена неизвестна</numerusform>
            <numerusform>у %n из них цена неизвестна</numerusform>
        </translation>
    </message>
    <message>
        <source>Click shows the requests.</source>
        <translation>По щелчку откроются запросы.</translation>
    </message>
    <message>
        <source>%1 of everything</source>
        <translation>%1 от общей суммы</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendPage</name>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Запросов за этот период нет</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Cost as a table</source>
        <translation>Стоимость в виде таблицы</translation>
    </message>
    <message>
        <source>There are more combinations than one answer holds: the sums are not complete. Filter, or choose a shorter range.</source>
        <translation>Сочетаний больше, чем вмещает один ответ: суммы неполные. Задайте фильтр или выберите период короче.</translation>
    </message>
    <message>
        <source>By arm, copies of mirrors are counted, too.</source>
        <translation>При разбивке по ветвям учитываются и копии зеркал.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Записано в %1.</translation>
    </message>
    <message>
        <source>Nothing was written to %1: %2</source>
        <translation>В %1 ничего не записано: %2</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Экспорт таблицы</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %2 requests</source>
        <translation>
            <numerusform>%1 за %2 запрос</numerusform>
            <numerusform>%1 за %2 запроса</numerusform>
            <numerusform>%1 за %2 запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a number to see its requests · days are UTC</source>
        <translation>Щёлкните число, чтобы увидеть его запросы · дни по UTC</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendTiles</name>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Shown below</source>
        <translation>Показано ниже</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Без цены</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 запрос</numerusform>
            <numerusform>%1 запроса</numerusform>
            <numerusform>%1 запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>their cost is unknown, not zero</source>
        <translation>их стоимость неизвестна, а не равна нулю</translation>
    </message>
    <message>
        <source>every request has a price</source>
        <translation>у каждого запроса есть цена</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>За %1 на сегодня</translation>
    </message>
    <message>
        <source>%1 of it today</source>
        <translation>из них сегодня %1</translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <translation>Прогноз на %1</translation>
    </message>
    <message>
        <source>needs one whole day of traffic</source>
        <translation>нужен один полный день трафика</translation>
    </message>
    <message>
        <source>over the budget of %1</source>
        <translation>выше бюджета %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: от %2 до %3</translation>
    </message>
    <message>
        <source>too few days for an interval</source>
        <translation>слишком мало дней для интервала</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>Прогноз: %1</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>без цены: %1</translation>
    </message>
    <message>
        <source>the prices are not known</source>
        <translation>цены неизвестны</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SplitBar</name>
    <message>
        <source>Traffic split</source>
        <translation>Распределение трафика</translation>
    </message>
    <message>
        <source>%1 %2 %, %3 %4 %</source>
        <translation>%1 %2 %, %3 %4 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SplitCard</name>
    <message>
        <source>Split, last 24 h</source>
        <translation>Распределение за 24 ч</translation>
    </message>
    <message>
        <source>Share of the canary in the last 24 hours</source>
        <translation>Доля канарейки за последние 24 часа</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>целевая доля %1</translation>
    </message>
    <message>
        <source>%1, actual %2 % ± %3</source>
        <translation>%1, фактическая %2 % ± %3</translation>
    </message>
    <message>
        <source>%1, no requests</source>
        <translation>%1, запросов нет</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>канарейка</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StackedBarChart</name>
    <message>
        <source>No data</source>
        <translation>Нет данных</translation>
    </message>
    <message>
        <source>Latest day: %1</source>
        <translation>Последний день: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Нет данных за этот период</translation>
    </message>
    <message>
        <source>total</source>
        <translation>итого</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>%1 (forecast)</source>
        <translation>%1 (прогноз)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Сегодня пока: %1</translation>
    </message>
    <message>
        <source>%1 · not over yet</source>
        <translation>%1 · ещё не закончен</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StatTile</name>
    <message>
        <source>up</source>
        <translation>рост</translation>
    </message>
    <message>
        <source>down</source>
        <translation>спад</translation>
    </message>
    <message>
        <source>The end of the line, dotted, is not over yet.</source>
        <translation>Пунктирный конец линии — период, который ещё не закончился.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Ledger %1 requests</source>
        <translation>Запросов в журнале учёта: %1</translation>
    </message>
    <message>
        <source>SQLite %1</source>
        <translation>SQLite %1</translation>
    </message>
    <message>
        <source>journal %1 pending</source>
        <translation>ждут записи: %1</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StoppedState</name>
    <message>
        <source>The gateway is stopped</source>
        <translation>Шлюз остановлен</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Запустить шлюз</translation>
    </message>
    <message>
        <source>The gateway is starting</source>
        <translation>Шлюз запускается</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Столбцы: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TagEdit</name>
    <message>
        <source>Add an entry</source>
        <translation>Добавить значение</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Удалить %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TargetsEdit</name>
    <message>
        <source>Add target</source>
        <translation>Добавить цель</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Добавить в список: %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Удалить цель</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TaskDetail</name>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>попытки</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Result of the task</source>
        <translation>Результат задачи</translation>
    </message>
    <message>
        <source>result</source>
        <translation>результат</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Показать в Трафике</translation>
    </message>
    <message>
        <source>Cancel the task…</source>
        <translation>Отменить задачу…</translation>
    </message>
    <message>
        <source>Cancel this task? What it has cost so far stays spent.</source>
        <translation>Отменить эту задачу? Уже потраченное не вернётся.</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>Отменить задачу</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Пусть выполняется</translation>
    </message>
    <message>
        <source>The task is cancelled.</source>
        <translation>Задача отменена.</translation>
    </message>
    <message>
        <source>%1, kept until %2</source>
        <translation>%1, хранится до %2</translation>
    </message>
    <message>
        <source>It runs; the result comes when it is done.</source>
        <translation>Выполняется; результат будет по завершении.</translation>
    </message>
    <message>
        <source>It waits for its turn.</source>
        <translation>Ждёт своей очереди.</translation>
    </message>
    <message>
        <source>It was cancelled, so there is no result.</source>
        <translation>Отменена, поэтому результата нет.</translation>
    </message>
    <message>
        <source>The result could not be read: %1</source>
        <translation>Не удалось прочитать результат: %1</translation>
    </message>
    <message>
        <source>Only the first %1 are shown.</source>
        <translation>Показаны только первые %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TelemetryCard</name>
    <message>
        <source>Telemetry</source>
        <translation>Телеметрия</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>никуда</translation>
    </message>
    <message>
        <source>traces go to (OpenTelemetry)</source>
        <translation>трассировки отправляются в (OpenTelemetry)</translation>
    </message>
    <message>
        <source>OTLP over HTTP; /v1/traces and /v1/metrics follow. Prompts and answers are never sent.</source>
        <translation>OTLP по HTTP; добавляются /v1/traces и /v1/metrics. Промпты и ответы никогда не отправляются.</translation>
    </message>
    <message>
        <source>name of this gateway</source>
        <translation>имя этого шлюза</translation>
    </message>
    <message>
        <source>share of the traces that begin here</source>
        <translation>доля трассировок, которые начинаются здесь</translation>
    </message>
    <message>
        <source>Test the collector</source>
        <translation>Проверить коллектор</translation>
    </message>
    <message>
        <source>headers, one per line</source>
        <translation>заголовки, по одному в строке</translation>
    </message>
    <message>
        <source>Values are secrets: once saved they show their last characters only.</source>
        <translation>Значения секретны: после сохранения видны только их последние символы.</translation>
    </message>
    <message>
        <source>A line is a name, a colon and a value.</source>
        <translation>Строка — это имя, двоеточие и значение.</translation>
    </message>
    <message>
        <source>Metrics as well</source>
        <translation>Также метрики</translation>
    </message>
    <message>
        <source>metrics by OpenTelemetry</source>
        <translation>метрики через OpenTelemetry</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message>
        <source>The collector took it after %1 ms.</source>
        <translation>Коллектор принял это через %1 мс.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Ещё ничего не отправлено.</translation>
    </message>
    <message>
        <source>Spans sent: %1, waiting: %2, refused: %3, lost: %4</source>
        <translation>Спанов отправлено: %1, ожидает: %2, отклонено: %3, потеряно: %4</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TestTraffic</name>
    <message>
        <source>Fault lab, request %1: say a short sentence.</source>
        <translation>Лаборатория сбоев, запрос %1: скажи короткое предложение.</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>оборван</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TiersEdit</name>
    <message>
        <source>in</source>
        <translation>вх.</translation>
    </message>
    <message>
        <source>out</source>
        <translation>вых.</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>из кэша</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>стандарт</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>flex</source>
        <translation>flex</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>приоритет</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>быстро</translation>
    </message>
    <message>
        <source>US only</source>
        <translation>только США</translation>
    </message>
    <message>
        <source>None: one price whatever the length.</source>
        <translation>Нет: одна цена при любой длине.</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>Добавить ступень</translation>
    </message>
    <message>
        <source>above tokens</source>
        <translation>свыше токенов</translation>
    </message>
    <message>
        <source>Tier: above so many input tokens</source>
        <translation>Ступень: свыше стольких входных токенов</translation>
    </message>
    <message>
        <source>Holds above so many input tokens</source>
        <translation>Действует свыше стольких входных токенов</translation>
    </message>
    <message>
        <source>Tier: how the provider served</source>
        <translation>Ступень: как обслужил провайдер</translation>
    </message>
    <message>
        <source>Holds for what the provider says it served so</source>
        <translation>Действует для того, что провайдер так обслужил</translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <translation>Ступень: %1</translation>
    </message>
    <message>
        <source>%1, US dollars per million tokens</source>
        <translation>%1, долларов за миллион токенов</translation>
    </message>
    <message>
        <source>Remove this tier</source>
        <translation>Убрать эту ступень</translation>
    </message>
    <message>
        <source>Tiers are numbers.</source>
        <translation>Ступени — это числа.</translation>
    </message>
    <message>
        <source>A tier says above how many tokens it holds, or how it was served.</source>
        <translation>Ступень говорит, свыше скольких токенов она действует или как обслужено.</translation>
    </message>
    <message>
        <source>A tier says at least one price.</source>
        <translation>Ступень указывает хотя бы одну цену.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n ступень</numerusform>
            <numerusform>%n ступени</numerusform>
            <numerusform>%n ступеней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TimeSeriesChart</name>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>Latest: %1</source>
        <translation>Последнее: %1</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Нет данных за этот период</translation>
    </message>
    <message>
        <source> · not over yet</source>
        <translation> · ещё не завершено</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Latest: %1 (not over yet)</source>
        <translation>Последние значения: %1 (период не закончен)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TimelineBars</name>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TokenDialog</name>
    <message>
        <source>Connect to %1</source>
        <translation>Подключение к %1</translation>
    </message>
    <message>
        <source>The gateway made its admin token at its first start: it is in the file admin-token of its data directory, or in TOLLGATE_ADMIN_TOKEN there.</source>
        <translation>Шлюз создал токен администратора при первом запуске: он в файле admin-token его каталога данных или в TOLLGATE_ADMIN_TOKEN на той машине.</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>Токен администратора</translation>
    </message>
    <message>
        <source>Keep it in this desktop&apos;s keychain</source>
        <translation>Хранить его в связке ключей этого рабочего стола</translation>
    </message>
    <message>
        <source>No keychain answers on this desktop.</source>
        <translation>Связка ключей на этом рабочем столе не отвечает.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>The gateway does not take this token.</source>
        <translation>Шлюз не принимает этот токен.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ToolResults</name>
    <message>
        <source>Results of tools</source>
        <translation>Результаты инструментов</translation>
    </message>
    <message>
        <source>Go on with the results</source>
        <translation>Продолжить с результатами</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: не удалось</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Результат: %1</translation>
    </message>
    <message>
        <source>What %1 answers</source>
        <translation>Что отвечает %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficControls</name>
    <message>
        <source>Quick filters</source>
        <translation>Быстрые фильтры</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Every request</source>
        <translation>Все запросы</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Answered with 400 or above</source>
        <translation>Ответ со статусом 400 и выше</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Резерв</translation>
    </message>
    <message>
        <source>Answered by another target than the first</source>
        <translation>Ответила не первая цель</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Потоковые</translation>
    </message>
    <message>
        <source>Answered as a stream</source>
        <translation>Ответ потоком</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленные</translation>
    </message>
    <message>
        <source>Took longer than two seconds</source>
        <translation>Дольше двух секунд</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Resume the live list</source>
        <translation>Продолжить обновление списка</translation>
    </message>
    <message>
        <source>Pause the live list</source>
        <translation>Приостановить обновление списка</translation>
    </message>
    <message>
        <source>Export every request that matches the filter</source>
        <translation>Экспортировать все запросы, подходящие под фильтр</translation>
    </message>
    <message>
        <source>Matching requests as CSV…</source>
        <translation>Подходящие запросы как CSV…</translation>
    </message>
    <message>
        <source>Matching requests as JSON lines…</source>
        <translation>Подходящие запросы как строки JSON…</translation>
    </message>
    <message>
        <source>Matching requests with their bodies as HTTP archive (HAR)…</source>
        <translation>Подходящие запросы с телами как архив HTTP (HAR)…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficEmpty</name>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>The requests could not be read</source>
        <translation>Не удалось прочитать запросы</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Запросов пока нет</translation>
    </message>
    <message>
        <source>Point a client at this address and its requests appear here.</source>
        <translation>Направьте клиент на этот адрес, и его запросы появятся здесь.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>or try it with curl:</source>
        <translation>или попробуйте через curl:</translation>
    </message>
    <message>
        <source>The list is paused</source>
        <translation>Список приостановлен</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) came in meanwhile.</source>
        <translation>
            <numerusform>За это время поступил %n запрос.</numerusform>
            <numerusform>За это время поступило %n запроса.</numerusform>
            <numerusform>За это время поступило %n запросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>New requests wait until you resume.</source>
        <translation>Новые запросы появятся, когда вы продолжите.</translation>
    </message>
    <message>
        <source>No requests match this filter</source>
        <translation>Под этот фильтр запросов нет</translation>
    </message>
    <message>
        <source>The list is paused as well, so new ones do not show either.</source>
        <translation>К тому же список приостановлен, поэтому новые тоже не видны.</translation>
    </message>
    <message>
        <source>New ones that match will appear here.</source>
        <translation>Новые подходящие запросы появятся здесь.</translation>
    </message>
    <message>
        <source>No client can reach it until it runs.</source>
        <translation>Пока он не запущен, клиенты не могут к нему обратиться.</translation>
    </message>
    <message>
        <source>Looking through older requests…</source>
        <translation>Просмотр более старых запросов…</translation>
    </message>
    <message>
        <source>None of the newer ones match. The first that does will appear here.</source>
        <translation>Среди новых подходящих нет. Первый подходящий появится здесь.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficExporter</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficFeed</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Шлюз не отвечает.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficPage</name>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>%n запрос записан в %1</numerusform>
            <numerusform>%n запроса записано в %1</numerusform>
            <numerusform>%n запросов записано в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Трафик</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Приостановить или продолжить</translation>
    </message>
    <message>
        <source>Follow the newest request or stop following</source>
        <translation>Следить за новейшим запросом или перестать</translation>
    </message>
    <message>
        <source>Inspect the chosen request</source>
        <translation>Открыть выбранный запрос в инспекторе</translation>
    </message>
    <message>
        <source>Back to the list, then follow again</source>
        <translation>Вернуться к списку, затем снова следить</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n new</source>
        <translation>
            <numerusform>Пауза · %n новый</numerusform>
            <numerusform>Пауза · %n новых</numerusform>
            <numerusform>Пауза · %n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message numerus="yes">
        <source>%n newer above</source>
        <translation>
            <numerusform>%n новый выше</numerusform>
            <numerusform>%n новых выше</numerusform>
            <numerusform>%n новых выше</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Следить</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 запрос</numerusform>
            <numerusform>%1 запроса</numerusform>
            <numerusform>%1 запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>showing %1</source>
        <translation>показано: %1</translation>
    </message>
    <message>
        <source> · filter matched in %1</source>
        <translation> · фильтр сработал за %1</translation>
    </message>
    <message>
        <source> · the newest that are held; narrow the filter to reach older ones</source>
        <translation> · это новейшие из загруженных; чтобы увидеть старые, сузьте фильтр</translation>
    </message>
    <message>
        <source>↑↓ move · Enter inspect · / filter · Space pause</source>
        <translation>↑↓ — выбор · Enter — инспектор · / — фильтр · Пробел — пауза</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Фильтр по %1</translation>
    </message>
    <message>
        <source>Exclude %1</source>
        <translation>Исключить %1</translation>
    </message>
    <message>
        <source>Copy this cell</source>
        <translation>Копировать ячейку</translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation>Копировать ID трассировки</translation>
    </message>
    <message>
        <source>The trace id is on the clipboard.</source>
        <translation>ID трассировки скопирован в буфер обмена.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Архив HTTP (*.har)</translation>
    </message>
    <message>
        <source>Replay the chosen request in the playground</source>
        <translation>Повторить выбранный запрос в песочнице</translation>
    </message>
    <message>
        <source>The next request, the one before</source>
        <translation>Следующий запрос, предыдущий</translation>
    </message>
    <message>
        <source>The newest request, the oldest one</source>
        <translation>Самый новый запрос, самый старый</translation>
    </message>
    <message>
        <source>In the filter: take the completion</source>
        <translation>В фильтре: принять подсказку</translation>
    </message>
    <message>
        <source>Replay in the playground</source>
        <translation>Повторить в песочнице</translation>
    </message>
    <message>
        <source>Choose a request first.</source>
        <translation>Сначала выберите запрос.</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n or more new</source>
        <translation>
            <numerusform>Пауза · не менее %n нового</numerusform>
            <numerusform>Пауза · не менее %n новых</numerusform>
            <numerusform>Пауза · не менее %n новых</numerusform>
        </translation>
    </message>
    <message>
        <source> · looking through older requests…</source>
        <translation> · просмотр более старых запросов…</translation>
    </message>
    <message>
        <source>Export every request</source>
        <translation>Экспортировать все запросы</translation>
    </message>
    <message>
        <source>Export every request that matches the filter</source>
        <translation>Экспортировать все запросы, подходящие под фильтр</translation>
    </message>
    <message>
        <source>Another export still runs.</source>
        <translation>Другой экспорт ещё идёт.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s) were written to %1; an archive takes no more.</source>
        <translation>
            <numerusform>В %1 записан %n новейший запрос; больше архив не вмещает.</numerusform>
            <numerusform>В %1 записаны %n новейших запроса; больше архив не вмещает.</numerusform>
            <numerusform>В %1 записано %n новейших запросов; больше архив не вмещает.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Tray</name>
    <message>
        <source>Listening on %1</source>
        <translation>Слушает %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Не слушает</translation>
    </message>
    <message>
        <source>Paused: no requests are taken</source>
        <translation>Пауза: запросы не принимаются</translation>
    </message>
    <message>
        <source>Show Tollgate</source>
        <translation>Показать Tollgate</translation>
    </message>
    <message>
        <source>Keep running here when the window is closed</source>
        <translation>Продолжать работу здесь после закрытия окна</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Spent today: unknown</source>
        <translation>Потрачено сегодня: неизвестно</translation>
    </message>
    <message>
        <source>Spent today: %1</source>
        <translation>Потрачено сегодня: %1</translation>
    </message>
    <message>
        <source>Pause the gateway</source>
        <translation>Приостановить шлюз</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Запустить шлюз</translation>
    </message>
    <message>
        <source>Tollgate · %1 · %2</source>
        <translation>Tollgate · %1 · %2</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Подключено к %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Нет связи с %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UptimeStrip</name>
    <message>
        <source>Uptime</source>
        <translation>Доступность</translation>
    </message>
    <message>
        <source>No traffic in the last %1 min</source>
        <translation>За последние %1 мин трафика не было</translation>
    </message>
    <message>
        <source>Without errors in %1 of %2 min with traffic</source>
        <translation>Без ошибок %1 из %2 мин с трафиком</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsageBar</name>
    <message>
        <source>Usage</source>
        <translation>Использование</translation>
    </message>
    <message>
        <source>%1 % used, %2 % reserved</source>
        <translation>использовано %1 %, зарезервировано %2 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsageCard</name>
    <message>
        <source>Use</source>
        <translation>Использование</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>последние 24 ч</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>tokens in, out</source>
        <translation>токены: вход, выход</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>requests in the last minute</source>
        <translation>запросы за последнюю минуту</translation>
    </message>
    <message>
        <source>tokens in the last minute</source>
        <translation>токены за последнюю минуту</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>выполняется сейчас</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, без лимита</translation>
    </message>
    <message>
        <source>%1 of %2, used up</source>
        <translation>%1 из %2, исчерпано</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UserCostModel</name>
    <message>
        <source>others (%1)</source>
        <translation>другие (%1)</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>%1 of the largest</source>
        <translation>%1 от наибольшей</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a known price</source>
        <translation>
            <numerusform>%n запрос без известной цены</numerusform>
            <numerusform>%n запроса без известной цены</numerusform>
            <numerusform>%n запросов без известной цены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsersCard</name>
    <message>
        <source>Cost per user · today</source>
        <translation>Стоимость по пользователям · сегодня</translation>
    </message>
    <message>
        <source>Cost per user today</source>
        <translation>Стоимость по пользователям сегодня</translation>
    </message>
    <message>
        <source>Nobody spent anything today</source>
        <translation>Сегодня расходов не было</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>топ-%1</translation>
    </message>
    <message>
        <source>%1: %2× its usual spend since %3 — inspect</source>
        <translation>%1: с %3 расходы в %2 раза выше обычных — изучить</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::VersionsCard</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>use in the last 24 hours</source>
        <translation>использование за последние 24 часа</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>хеш</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранена</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>$ / request</source>
        <translation>$ / запрос</translation>
    </message>
    <message>
        <source>Versions of this prompt</source>
        <translation>Версии этого промпта</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Requests of %1</source>
        <translation>Запросы %1</translation>
    </message>
    <message>
        <source>%1 is the default</source>
        <translation>%1 — по умолчанию</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Откатить к %1</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>Сделать %1 версией по умолчанию</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WarningLine</name>
    <message>
        <source>No warning</source>
        <translation>Предупреждений нет</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WebhookDetail</name>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>попытки</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>последняя ошибка</translation>
    </message>
    <message>
        <source>next attempt</source>
        <translation>следующая попытка</translation>
    </message>
    <message>
        <source>since</source>
        <translation>с</translation>
    </message>
    <message>
        <source>Show its task</source>
        <translation>Показать его задачу</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>The webhook is on its way again.</source>
        <translation>Веб-хук снова в пути.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>It is not tried any more. It stays here for 30 days and can be sent again; its id stays the same, so that the receiver can tell it has it already.</source>
        <translation>Больше не повторяется. Остаётся здесь 30 дней и может быть отправлен снова; id не меняется, поэтому получатель узнает, что он у него уже есть.</translation>
    </message>
    <message>
        <source>It is tried again with growing pauses for up to a day.</source>
        <translation>Повторяется с растущими паузами до суток.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WeightsEdit</name>
    <message>
        <source>Add version</source>
        <translation>Добавить версию</translation>
    </message>
    <message>
        <source>version, as v2</source>
        <translation>версия, например v2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Weight of the version</source>
        <translation>Вес версии</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>Удалить версию</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>сумма %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::budgetText</name>
    <message>
        <source>everything</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>a project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>a client key</source>
        <translation>клиентский ключ</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>week</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>rolling 30 days</source>
        <translation>скользящие 30 дней</translation>
    </message>
    <message>
        <source>refuse requests</source>
        <translation>отклонять запросы</translation>
    </message>
    <message>
        <source>only warn</source>
        <translation>только предупреждать</translation>
    </message>
    <message>
        <source>use a cheaper alias</source>
        <translation>перейти на дешёвый псевдоним</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>завтра %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::cells</name>
    <message>
        <source>left</source>
        <translation>ушёл</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>оборван</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>нет цены</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>the client left before the answer ended</source>
        <translation>клиент ушёл, не дождавшись конца ответа</translation>
    </message>
    <message>
        <source>the gateway cut the answer off</source>
        <translation>шлюз оборвал ответ</translation>
    </message>
    <message>
        <source>refused before any provider was asked</source>
        <translation>отклонён до обращения к провайдеру</translation>
    </message>
    <message>
        <source>the provider failed</source>
        <translation>сбой провайдера</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ответ получен</translation>
    </message>
    <message>
        <source>%1 in (%2 from cache, %3 written to it), %4 out (%5 reasoning)%6</source>
        <translation>вход %1 (из кэша %2, записано в кэш %3), выход %4 (рассуждения %5)%6</translation>
    </message>
    <message>
        <source>, estimated</source>
        <translation>, оценка</translation>
    </message>
    <message>
        <source>No price is known for this model, so its cost is unknown, not zero.</source>
        <translation>Цена этой модели неизвестна, поэтому стоимость запроса неизвестна, а не равна нулю.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>время</translation>
    </message>
    <message>
        <source>When the request arrived, in your time zone</source>
        <translation>Время поступления запроса в вашем часовом поясе</translation>
    </message>
    <message>
        <source>status</source>
        <translation>статус</translation>
    </message>
    <message>
        <source>HTTP status the caller got</source>
        <translation>Статус HTTP, полученный клиентом</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Кто отправил запрос</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>Alias or model the caller named</source>
        <translation>Псевдоним или модель, указанные клиентом</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>кто ответил</translation>
    </message>
    <message>
        <source>First target, then the one that answered</source>
        <translation>Первая цель, затем та, что ответила</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>задержка</translation>
    </message>
    <message>
        <source>From the request&apos;s arrival to the last byte of the answer</source>
        <translation>От поступления запроса до последнего байта ответа</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>Input tokens, then output tokens</source>
        <translation>Входные токены, затем выходные</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>Доллары США</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>Project the key belongs to</source>
        <translation>Проект, которому принадлежит ключ</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Клиентский ключ</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>первый токен</translation>
    </message>
    <message>
        <source>Time to the first token of the answer</source>
        <translation>Время до первого токена ответа</translation>
    </message>
    <message>
        <source>overhead</source>
        <translation>задержка шлюза</translation>
    </message>
    <message>
        <source>Time spent in the gateway itself</source>
        <translation>Время, проведённое в самом шлюзе</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>попытки</translation>
    </message>
    <message>
        <source>Targets asked before one answered</source>
        <translation>Сколько целей опрошено до получения ответа</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>флаг</translation>
    </message>
    <message>
        <source>Flag and arm that chose the target</source>
        <translation>Флаг и ветвь, по которым выбрана цель</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>трассировка</translation>
    </message>
    <message>
        <source>Trace id</source>
        <translation>ID трассировки</translation>
    </message>
    <message>
        <source>note</source>
        <translation>пометка</translation>
    </message>
    <message>
        <source>What was special about the request</source>
        <translation>Чем особенен этот запрос</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Причина сбоя</translation>
    </message>
    <message>
        <source>Stored prompt and its version</source>
        <translation>Сохранённый промпт и его версия</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::flagText</name>
    <message>
        <source>rollout</source>
        <translation>раскатка</translation>
    </message>
    <message>
        <source>sticky by</source>
        <translation>закрепление</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>веса</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>guardrails</source>
        <translation>предохранители</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>rules changed, %1 now</source>
        <translation>правила изменены, теперь их %1</translation>
    </message>
    <message>
        <source>%1 set: %2</source>
        <translation>%1: задано %2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1: удалено</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>канарейка</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>kill switch</source>
        <translation>рубильник</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>зеркало</translation>
    </message>
    <message>
        <source>%1 is cut off</source>
        <translation>%1 отключён</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>and</source>
        <translation>и</translation>
    </message>
    <message>
        <source>%1 is </source>
        <translation>%1 — </translation>
    </message>
    <message>
        <source>%1 is one of </source>
        <translation>%1 — одно из: </translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>все</translation>
    </message>
    <message>
        <source>the flag is off</source>
        <translation>флаг выключен</translation>
    </message>
    <message>
        <source>by rule %1</source>
        <translation>по правилу %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>в пределах %1</translation>
    </message>
    <message>
        <source>not in %1</source>
        <translation>вне %1</translation>
    </message>
    <message>
        <source>created, %1</source>
        <translation>создан, %1</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::format</name>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>кБ</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>МБ</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>ГБ</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>ТБ</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::jobsText</name>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>останавливается</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>out of budget</source>
        <translation>бюджет исчерпан</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>оставлен</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>через %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>ключ %1</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>этот компьютер</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>с ошибкой: %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>отменено: %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>пока %1</translation>
    </message>
    <message>
        <source>about %1 expected</source>
        <translation>ожидается около %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n без цены</numerusform>
            <numerusform>%n без цены</numerusform>
            <numerusform>%n без цены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::words</name>
    <message>
        <source>healthy</source>
        <translation>исправен</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>ухудшен</translation>
    </message>
    <message>
        <source>down</source>
        <translation>не отвечает</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>замкнут</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>полуразомкнут</translation>
    </message>
    <message>
        <source>open</source>
        <translation>разомкнут</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>в норме</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>превышен</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>стабильная</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>канарейка</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
</context>
</TS>
