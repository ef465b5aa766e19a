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
        <translation>конфиг-файл</translation>
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
    <name>GatewayWords</name>
    <message>
        <source>like %1</source>
        <translation>вида %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>меньше %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1 включительно</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>после %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не меньше %1</translation>
    </message>
    <message>
        <source>nothing in it contains %1</source>
        <translation>ничто в нём не содержит %1</translation>
    </message>
    <message>
        <source>something in it contains %1</source>
        <translation>что-то в нём содержит %1</translation>
    </message>
    <message>
        <source>note does not say %1</source>
        <translation>в пометке нет %1</translation>
    </message>
    <message>
        <source>note says %1</source>
        <translation>в пометке есть %1</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1: не %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the change could not be written: %1</source>
        <translation>не удалось записать изменение: %1</translation>
    </message>
    <message>
        <source>there is no %1 %2</source>
        <translation>такого объекта нет: %1 %2</translation>
    </message>
    <message>
        <source>there is no %1 in the admin API</source>
        <translation>в API администратора нет %1</translation>
    </message>
    <message>
        <source>there is no request %1</source>
        <translation>запроса %1 нет</translation>
    </message>
    <message>
        <source>takes only %1</source>
        <translation>принимает только %1</translation>
    </message>
    <message>
        <source>events are a stream: ask for them over HTTP</source>
        <translation>события — это поток: запрашивайте их по HTTP</translation>
    </message>
    <message>
        <source>the body is not valid JSON: %1</source>
        <translation>тело — не корректный JSON: %1</translation>
    </message>
    <message>
        <source>the body must be a JSON object</source>
        <translation>тело должно быть объектом JSON</translation>
    </message>
    <message>
        <source>the body is not valid YAML: line %1, column %2: %3</source>
        <translation>тело — не корректный YAML: строка %1, столбец %2: %3</translation>
    </message>
    <message>
        <source>the secret of key %1 cannot be handed over: %2</source>
        <translation>секрет ключа %1 передать не удаётся: %2</translation>
    </message>
    <message>
        <source>%1: the configuration file is empty</source>
        <translation>%1: файл конфигурации пуст</translation>
    </message>
    <message>
        <source>bcrypt failed</source>
        <translation>сбой bcrypt</translation>
    </message>
    <message>
        <source>no litellm_provider</source>
        <translation>нет litellm_provider</translation>
    </message>
    <message>
        <source>no price per token</source>
        <translation>нет цены за токен</translation>
    </message>
    <message>
        <source>the file has %1 twice</source>
        <translation>в файле %1 встречается дважды</translation>
    </message>
    <message>
        <source>no provider of kind %1</source>
        <translation>нет провайдера вида %1</translation>
    </message>
    <message>
        <source>%1 has too many versions already</source>
        <translation>у %1 уже слишком много версий</translation>
    </message>
    <message>
        <source>version %1 is there already</source>
        <translation>версия %1 уже есть</translation>
    </message>
    <message>
        <source>key %1 is there already</source>
        <translation>ключ %1 уже есть</translation>
    </message>
    <message>
        <source>a key named %1 is there already</source>
        <translation>ключ с именем %1 уже есть</translation>
    </message>
    <message>
        <source>provider %1 is there already</source>
        <translation>провайдер %1 уже есть</translation>
    </message>
    <message>
        <source>model %1 is there already</source>
        <translation>модель %1 уже есть</translation>
    </message>
    <message>
        <source>%1 %2 is there already</source>
        <translation>уже есть: %1 %2</translation>
    </message>
    <message>
        <source>nothing is kept of %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>восстановить нечего (%1): за последние десять минут это не удаляли или шлюз с тех пор перезапускали</translation>
    </message>
    <message>
        <source>credentials cannot be stored: %1</source>
        <translation>учётные данные сохранить нельзя: %1</translation>
    </message>
    <message>
        <source>headers cannot be stored: %1</source>
        <translation>заголовки сохранить нельзя: %1</translation>
    </message>
    <message>
        <source>there is no key %1</source>
        <translation>ключа %1 нет</translation>
    </message>
    <message>
        <source>there is no provider %1</source>
        <translation>провайдера %1 нет</translation>
    </message>
    <message>
        <source>there is no flag %1</source>
        <translation>флага %1 нет</translation>
    </message>
    <message>
        <source>there is no prompt %1</source>
        <translation>промпта %1 нет</translation>
    </message>
    <message>
        <source>there is no project %1</source>
        <translation>проекта %1 нет</translation>
    </message>
    <message>
        <source>there is no alias %1</source>
        <translation>псевдонима %1 нет</translation>
    </message>
    <message>
        <source>there is no budget %1</source>
        <translation>бюджета %1 нет</translation>
    </message>
    <message>
        <source>there is no model %1</source>
        <translation>модели %1 нет</translation>
    </message>
    <message>
        <source>%1 is part of the built-in catalogue; it can be replaced, not deleted</source>
        <translation>%1 входит во встроенный каталог; его можно заменить, но не удалить</translation>
    </message>
    <message>
        <source>%1 is used by %2</source>
        <translation>%1 используется: %2</translation>
    </message>
    <message>
        <source>there are no tasks while the gateway is stopped</source>
        <translation>пока шлюз остановлен, задач нет</translation>
    </message>
    <message>
        <source>providers cannot be checked while the gateway is stopped</source>
        <translation>пока шлюз остановлен, проверить провайдеров нельзя</translation>
    </message>
    <message>
        <source>telemetry cannot be tested while the gateway is stopped</source>
        <translation>пока шлюз остановлен, проверить телеметрию нельзя</translation>
    </message>
    <message>
        <source>routes cannot be explained while the gateway is stopped</source>
        <translation>пока шлюз остановлен, объяснить маршрут нельзя</translation>
    </message>
    <message>
        <source>history cannot be priced while the gateway is stopped</source>
        <translation>пока шлюз остановлен, пересчитать историю нельзя</translation>
    </message>
    <message>
        <source>history was priced in part only: %1</source>
        <translation>история пересчитана лишь частично: %1</translation>
    </message>
    <message>
        <source>the gateway is stopped</source>
        <translation>шлюз остановлен</translation>
    </message>
    <message>
        <source>%1 USD per million tokens</source>
        <translation>%1 USD за миллион токенов</translation>
    </message>
    <message>
        <source>reading from the cache costs more than not doing so</source>
        <translation>чтение из кэша стоит дороже, чем без него</translation>
    </message>
    <message>
        <source>output costs less than input</source>
        <translation>вывод стоит дешевле ввода</translation>
    </message>
    <message>
        <source>leaps from %1 to %2</source>
        <translation>прыгает с %1 на %2</translation>
    </message>
    <message>
        <source>history since ever %1</source>
        <translation>история с самого начала, %1</translation>
    </message>
    <message>
        <source>a filter is at most 4000 bytes long</source>
        <translation>фильтр может быть не длиннее 4000 байт</translation>
    </message>
    <message>
        <source>a filter has at most 40 terms</source>
        <translation>в фильтре может быть не больше 40 условий</translation>
    </message>
    <message>
        <source>there is no field “%1”; fields are %2. Put the term in quotes to search for it as text</source>
        <translation>поля «%1» нет; есть поля: %2. Возьмите слово в кавычки, чтобы искать его как текст</translation>
    </message>
    <message>
        <source>%1 needs a value, as in %2</source>
        <translation>%1 требует значения, например %2</translation>
    </message>
    <message>
        <source>after the closing quote comes a space or a comma</source>
        <translation>после закрывающей кавычки нужен пробел или запятая</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>кавычка не закрыта</translation>
    </message>
    <message>
        <source>a class like 4xx cannot be compared; write status:&gt;=400</source>
        <translation>класс вроде 4xx сравнивать нельзя; напишите status:&gt;=400</translation>
    </message>
    <message>
        <source>unknown cannot be compared</source>
        <translation>unknown сравнивать нельзя</translation>
    </message>
    <message>
        <source>* stands only at the end, as in gpt-4*; put the value in quotes to mean the character itself</source>
        <translation>* может стоять только в конце, например gpt-4*; возьмите значение в кавычки, если нужен сам символ</translation>
    </message>
    <message>
        <source>%1 is text and cannot be compared with &lt; or &gt;</source>
        <translation>%1 — это текст, его нельзя сравнивать через &lt; или &gt;</translation>
    </message>
    <message>
        <source>%1 takes an HTTP status, as in %2</source>
        <translation>%1 принимает статус HTTP, например %2</translation>
    </message>
    <message>
        <source>%1 takes a duration (us, ms, s or m; ms when bare), as in %2</source>
        <translation>%1 принимает длительность (us, ms, s или m; без единицы — ms), например %2</translation>
    </message>
    <message>
        <source>%1 takes an amount in USD, or unknown, as in %2</source>
        <translation>%1 принимает сумму в USD или unknown, например %2</translation>
    </message>
    <message>
        <source>%1 takes a number (k and M allowed), as in %2</source>
        <translation>%1 принимает число (можно k и M), например %2</translation>
    </message>
    <message>
        <source>%1 takes yes or no, as in %2</source>
        <translation>%1 принимает yes или no, например %2</translation>
    </message>
    <message>
        <source>%1 takes how long ago (s, m, h or d), as in %2</source>
        <translation>%1 принимает время назад (s, m, h или d), например %2</translation>
    </message>
    <message>
        <source>%1 takes a time, as in %2</source>
        <translation>%1 принимает время, например %2</translation>
    </message>
    <message>
        <source>%1 takes one of ok, error, client_gone, aborted, rejected, failed, as in %2</source>
        <translation>%1 принимает одно из ok, error, client_gone, aborted, rejected, failed, например %2</translation>
    </message>
    <message>
        <source>status:&gt;=400 or status:5xx</source>
        <translation>status:&gt;=400 или status:5xx</translation>
    </message>
    <message>
        <source>cost:&gt;0.01 or cost:unknown</source>
        <translation>cost:&gt;0.01 или cost:unknown</translation>
    </message>
    <message>
        <source>at:&gt;-2h or at:2026-11-22</source>
        <translation>at:&gt;-2h или at:2026-11-22</translation>
    </message>
    <message>
        <source>There is no %1 here.</source>
        <translation>Здесь нет %1.</translation>
    </message>
    <message>
        <source>%1 does not take %2.</source>
        <translation>%1 не принимает %2.</translation>
    </message>
    <message>
        <source>%1 does not take HEAD.</source>
        <translation>%1 не принимает HEAD.</translation>
    </message>
    <message>
        <source>The admin API needs the admin token.</source>
        <translation>API администратора требует токен администратора.</translation>
    </message>
    <message>
        <source>A client key does not open the admin API.</source>
        <translation>Клиентский ключ не открывает API администратора.</translation>
    </message>
    <message>
        <source>X-Tollgate-Timeout-Ms must be a whole number of milliseconds.</source>
        <translation>X-Tollgate-Timeout-Ms должен быть целым числом миллисекунд.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not hold this conversation: send all of it.</source>
        <translation>«%1» не хранит этот разговор: отправьте его целиком.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot make embeddings.</source>
        <translation>«%1» не создаёт эмбеддинги.</translation>
    </message>
    <message>
        <source>There is no prompt named &quot;%1&quot;.</source>
        <translation>Промпта с именем «%1» нет.</translation>
    </message>
    <message>
        <source>Prompt %1 has no version &quot;%2&quot;.</source>
        <translation>У промпта %1 нет версии «%2».</translation>
    </message>
    <message>
        <source>%1, which only /v1/prompts/{name}/completions takes</source>
        <translation>%1, что принимает только /v1/prompts/{name}/completions</translation>
    </message>
    <message>
        <source>The client left before the answer was complete.</source>
        <translation>Клиент ушёл до конца ответа.</translation>
    </message>
    <message>
        <source>model is missing, and so is the X-Model header.</source>
        <translation>не задано поле model, нет и заголовка X-Model.</translation>
    </message>
    <message>
        <source>The gateway cannot write its ledger, and is set to refuse requests it cannot account for.</source>
        <translation>Шлюз не может записать журнал учёта и настроен отклонять запросы, которые не может учесть.</translation>
    </message>
    <message>
        <source>Unknown model: %1</source>
        <translation>Неизвестная модель: %1</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>Этому ключу нельзя использовать модель «%1».</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Такого ключа нет.</translation>
    </message>
    <message>
        <source>Incorrect API key provided.</source>
        <translation>Указан неверный ключ API.</translation>
    </message>
    <message>
        <source>Requests without an API key are no longer taken.</source>
        <translation>Запросы без ключа API больше не принимаются.</translation>
    </message>
    <message>
        <source>The API key that asked for this may not be used any more.</source>
        <translation>Ключ API, который это запросил, использовать больше нельзя.</translation>
    </message>
    <message>
        <source>No API key provided.</source>
        <translation>Ключ API не указан.</translation>
    </message>
    <message>
        <source>Too many new keys are being checked; try again.</source>
        <translation>Проверяется слишком много новых ключей; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>Модели «%1» не существует.</translation>
    </message>
    <message>
        <source>The gateway stopped before the copy was answered.</source>
        <translation>Шлюз остановился до ответа на копию.</translation>
    </message>
    <message>
        <source>The simulated model fell silent.</source>
        <translation>Имитируемая модель замолчала.</translation>
    </message>
    <message>
        <source>The simulated model broke off.</source>
        <translation>Имитируемая модель оборвала ответ.</translation>
    </message>
    <message>
        <source>The simulated model timed out.</source>
        <translation>Имитируемая модель не уложилась во время.</translation>
    </message>
    <message>
        <source>The simulated model is asked too often.</source>
        <translation>Имитируемую модель спрашивают слишком часто.</translation>
    </message>
    <message>
        <source>The simulated model failed.</source>
        <translation>Имитируемая модель дала сбой.</translation>
    </message>
    <message>
        <source>The upstream sent an event larger than the gateway takes.</source>
        <translation>Провайдер прислал событие больше, чем принимает шлюз.</translation>
    </message>
    <message>
        <source>The upstream sent a frame whose checksum is wrong.</source>
        <translation>Провайдер прислал кадр с неверной контрольной суммой.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream is not in its own format.</source>
        <translation>Поток провайдера не в его собственном формате.</translation>
    </message>
    <message>
        <source>The upstream&apos;s answer is not in its own format.</source>
        <translation>Ответ провайдера не в его собственном формате.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream ended before its end.</source>
        <translation>Поток провайдера оборвался до конца.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream ended without response.completed.</source>
        <translation>Поток провайдера завершился без response.completed.</translation>
    </message>
    <message>
        <source>The upstream&apos;s response ended as &quot;%1&quot;.</source>
        <translation>Ответ провайдера завершился как «%1».</translation>
    </message>
    <message>
        <source>The upstream answered %1.</source>
        <translation>Провайдер ответил %1.</translation>
    </message>
    <message>
        <source>The upstream reported an error.</source>
        <translation>Провайдер сообщил об ошибке.</translation>
    </message>
    <message>
        <source>The model&apos;s output was broken (%1).</source>
        <translation>Вывод модели был повреждён (%1).</translation>
    </message>
    <message>
        <source>Gemini ended with %1.</source>
        <translation>Gemini завершил с %1.</translation>
    </message>
    <message>
        <source>Gemini ended with %1: %2</source>
        <translation>Gemini завершил с %1: %2</translation>
    </message>
    <message>
        <source>%1 Filtered: %2.</source>
        <translation>%1 Отфильтровано: %2.</translation>
    </message>
    <message>
        <source>%1 Deployments are told to Tollgate in the provider&apos;s options.</source>
        <translation>%1 Развёртывания задаются Tollgate в параметрах провайдера.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be sent to this model: %2</source>
        <translation>«%1» нельзя отправить этой модели: %2</translation>
    </message>
    <message>
        <source>%1 cannot be sent to this model: %2</source>
        <translation>%1 нельзя отправить этой модели: %2</translation>
    </message>
    <message>
        <source>the answer is not HTTP/1.1 as RFC 9112 has it</source>
        <translation>ответ — не HTTP/1.1 по RFC 9112</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>ответ — не HTTP</translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation>соединение закрыто до прихода ответа</translation>
    </message>
    <message>
        <source>the connection was closed within the answer</source>
        <translation>соединение закрыто посреди ответа</translation>
    </message>
    <message>
        <source>the connection was closed within the head of the answer</source>
        <translation>соединение закрыто посреди заголовка ответа</translation>
    </message>
    <message>
        <source>the connection was closed %1: %2</source>
        <translation>соединение закрыто %1: %2</translation>
    </message>
    <message>
        <source>before an answer came</source>
        <translation>до прихода ответа</translation>
    </message>
    <message>
        <source>within the answer</source>
        <translation>посреди ответа</translation>
    </message>
    <message>
        <source>within the head of the answer</source>
        <translation>посреди заголовка ответа</translation>
    </message>
    <message>
        <source>not finished within %1 ms</source>
        <translation>не завершено за %1 мс</translation>
    </message>
    <message>
        <source>no connection within %1 ms</source>
        <translation>нет соединения за %1 мс</translation>
    </message>
    <message>
        <source>no answer within %1 ms</source>
        <translation>нет ответа за %1 мс</translation>
    </message>
    <message>
        <source>nothing more came for %1 ms</source>
        <translation>ничего больше не приходило %1 мс</translation>
    </message>
    <message>
        <source>Too many prompts wait on this connection.</source>
        <translation>На этом соединении ждёт слишком много промптов.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Ответ оборвался.</translation>
    </message>
    <message>
        <source>Providers of this kind are not served.</source>
        <translation>Провайдеры этого вида не обслуживаются.</translation>
    </message>
    <message>
        <source>Tasks and batches cannot be kept right now.</source>
        <translation>Сейчас задачи и пакеты хранить нельзя.</translation>
    </message>
    <message>
        <source>Tasks and batches cannot be read right now.</source>
        <translation>Сейчас задачи и пакеты прочитать нельзя.</translation>
    </message>
    <message>
        <source>The task is finished.</source>
        <translation>Задача завершена.</translation>
    </message>
    <message>
        <source>The batch is finished.</source>
        <translation>Пакет завершён.</translation>
    </message>
    <message>
        <source>The %1 is finished.</source>
        <translation>Завершено: %1.</translation>
    </message>
    <message>
        <source>There is no such dead letter.</source>
        <translation>Такого недоставленного письма нет.</translation>
    </message>
    <message>
        <source>There is no such task.</source>
        <translation>Такой задачи нет.</translation>
    </message>
    <message>
        <source>There is no such batch.</source>
        <translation>Такого пакета нет.</translation>
    </message>
    <message>
        <source>There is no such %1.</source>
        <translation>Такого нет: %1.</translation>
    </message>
    <message>
        <source>tasks and batches cannot be kept: %1</source>
        <translation>задачи и пакеты хранить нельзя: %1</translation>
    </message>
    <message>
        <source>There must be messages, input or prompt.</source>
        <translation>Нужно messages, input или prompt.</translation>
    </message>
    <message>
        <source>The body is not valid JSON: %1</source>
        <translation>Тело — не корректный JSON: %1</translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation>Тело — не корректный JSON.</translation>
    </message>
    <message>
        <source>The body is not a JSON object.</source>
        <translation>Тело — не объект JSON.</translation>
    </message>
    <message>
        <source>The body must be a JSON object.</source>
        <translation>Тело должно быть объектом JSON.</translation>
    </message>
    <message>
        <source>This key keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Этот ключ уже хранит %1 МиБ задач, пакетов и веб-хуков, а с этим было бы больше settings.%2 (%3 МиБ). Завершённые исчезают по истечении срока: меньший ttl_seconds освободит место раньше.</translation>
    </message>
    <message>
        <source>Project %4 keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Проект %4 уже хранит %1 МиБ задач, пакетов и веб-хуков, а с этим было бы больше settings.%2 (%3 МиБ). Завершённые исчезают по истечении срока: меньший ttl_seconds освободит место раньше.</translation>
    </message>
    <message>
        <source>The gateway keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Шлюз уже хранит %1 МиБ задач, пакетов и веб-хуков, а с этим было бы больше settings.%2 (%3 МиБ). Завершённые исчезают по истечении срока: меньший ttl_seconds освободит место раньше.</translation>
    </message>
    <message>
        <source>Too many requests are waiting already.</source>
        <translation>Уже ждёт слишком много запросов.</translation>
    </message>
    <message>
        <source>It failed with status %1.</source>
        <translation>Не удалось, статус %1.</translation>
    </message>
    <message>
        <source>Its secret cannot be read: the master key has changed.</source>
        <translation>Его секрет прочитать нельзя: главный ключ сменился.</translation>
    </message>
    <message>
        <source>The URL leads to %1, where webhooks may not go.</source>
        <translation>URL ведёт на %1, куда веб-хукам нельзя.</translation>
    </message>
    <message>
        <source>The receiver redirects (%1), which is not followed.</source>
        <translation>Получатель перенаправляет (%1), это не выполняется.</translation>
    </message>
    <message>
        <source>The receiver answered %1.</source>
        <translation>Получатель ответил %1.</translation>
    </message>
    <message>
        <source>Role &quot;%1&quot; is not one of system, developer, user, assistant, tool.</source>
        <translation>Роль «%1» — не одна из: system, developer, user, assistant, tool.</translation>
    </message>
    <message>
        <source>Role &quot;%1&quot; is not one of user, assistant, system, developer.</source>
        <translation>Роль «%1» — не одна из: user, assistant, system, developer.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not one of user, assistant. The system prompt has its own parameter.</source>
        <translation>%1 «%2» — не одна из: user, assistant. У системного промпта свой параметр.</translation>
    </message>
    <message>
        <source>Every content part needs a type.</source>
        <translation>У каждой части содержимого должно быть поле type.</translation>
    </message>
    <message>
        <source>Each of tools must be an object.</source>
        <translation>Каждый элемент tools должен быть объектом.</translation>
    </message>
    <message>
        <source>This model takes one text as its prompt, neither several nor token ids.</source>
        <translation>Эта модель принимает как промпт один текст, не несколько и не идентификаторы токенов.</translation>
    </message>
    <message>
        <source>Prompts kept at OpenAI cannot be used with this model; send their text.</source>
        <translation>Промпты, хранящиеся в OpenAI, с этой моделью использовать нельзя; отправьте их текст.</translation>
    </message>
    <message>
        <source>Background responses are not served here; leave background out.</source>
        <translation>Фоновые ответы здесь не обслуживаются; уберите background.</translation>
    </message>
    <message>
        <source>Conversations are not kept here; use previous_response_id.</source>
        <translation>Разговоры здесь не хранятся; используйте previous_response_id.</translation>
    </message>
    <message>
        <source>Item with id &apos;%1&apos; not found.</source>
        <translation>Элемент с id «%1» не найден.</translation>
    </message>
    <message>
        <source>Previous response with id &apos;%1&apos; not found.</source>
        <translation>Предыдущий ответ с id «%1» не найден.</translation>
    </message>
    <message>
        <source>No tool output found for function call %1.</source>
        <translation>Нет результата инструмента для вызова функции %1.</translation>
    </message>
    <message>
        <source>No tool call found for function call output with call_id %1.</source>
        <translation>Нет вызова инструмента для результата с call_id %1.</translation>
    </message>
    <message>
        <source>There is more than one output for the tool call with call_id %1.</source>
        <translation>Для вызова инструмента с call_id %1 больше одного результата.</translation>
    </message>
    <message>
        <source>The conversation before this request is too long to go on with; send what matters of it as input.</source>
        <translation>Разговор до этого запроса слишком длинный для продолжения; отправьте важное из него как input.</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>is required: whose budget it is</source>
        <translation>обязательно: чей это бюджет</translation>
    </message>
    <message>
        <source>is required: the alias to downgrade to</source>
        <translation>обязательно: псевдоним, на который переходить</translation>
    </message>
    <message>
        <source>is required unless target names a provider/model</source>
        <translation>обязательно, если target не называет провайдера/модель</translation>
    </message>
    <message>
        <source>is required for this kind</source>
        <translation>обязательно для этого вида</translation>
    </message>
    <message>
        <source>is required together with the other one</source>
        <translation>обязательно вместе с другим</translation>
    </message>
    <message>
        <source>is required (or system and template for a first version)</source>
        <translation>обязательно (или system и template для первой версии)</translation>
    </message>
    <message>
        <source>is required: how many tokens the answer may have</source>
        <translation>обязательно: сколько токенов может быть в ответе</translation>
    </message>
    <message>
        <source>is not a known field</source>
        <translation>неизвестное поле</translation>
    </message>
    <message>
        <source>is not a known field; there are %1</source>
        <translation>неизвестное поле; есть: %1</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>не может быть пустым</translation>
    </message>
    <message numerus="yes">
        <source>is longer than %n bytes</source>
        <translation>
            <numerusform>длиннее %n байта</numerusform>
            <numerusform>длиннее %n байт</numerusform>
            <numerusform>длиннее %n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>должно быть текстом</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>должно быть true или false</translation>
    </message>
    <message>
        <source>must be a whole number of at least %1</source>
        <translation>должно быть целым числом не меньше %1</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>должно быть целым числом от %1 до %2</translation>
    </message>
    <message>
        <source>must be a whole number from %1</source>
        <translation>должно быть целым числом от %1</translation>
    </message>
    <message>
        <source>must be a whole number of milliseconds</source>
        <translation>должно быть целым числом миллисекунд</translation>
    </message>
    <message>
        <source>must be a number of at least %1</source>
        <translation>должно быть числом не меньше %1</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>должно быть числом от %1 до %2</translation>
    </message>
    <message>
        <source>must be a number above 0</source>
        <translation>должно быть числом больше 0</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>должно быть не меньше %1</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>должно быть не больше %1</translation>
    </message>
    <message>
        <source>must be at least cooldown_seconds</source>
        <translation>должно быть не меньше cooldown_seconds</translation>
    </message>
    <message>
        <source>must lie between %1 and %2</source>
        <translation>должно лежать между %1 и %2</translation>
    </message>
    <message>
        <source>must be a time such as 2026-01-31T12:00:00Z</source>
        <translation>должно быть временем, например 2026-01-31T12:00:00Z</translation>
    </message>
    <message>
        <source>must be a time such as 2026-01-31T12:00:00Z or a date</source>
        <translation>должно быть временем, например 2026-01-31T12:00:00Z, или датой</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>должно быть списком</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>должно быть списком текстов</translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation>должно быть списком целых чисел</translation>
    </message>
    <message>
        <source>must be a list of objects</source>
        <translation>должно быть списком объектов</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 texts</source>
        <translation>должно быть списком от 1 до %1 текстов</translation>
    </message>
    <message>
        <source>must be a list of {&quot;custom_id&quot;,&quot;body&quot;}; or give prompts</source>
        <translation>должно быть списком {&quot;custom_id&quot;,&quot;body&quot;}; или задайте prompts</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>должно быть объектом</translation>
    </message>
    <message>
        <source>must be an object of header names and values</source>
        <translation>должно быть объектом из имён и значений заголовков</translation>
    </message>
    <message>
        <source>must be an object of model names and deployment names</source>
        <translation>должно быть объектом из имён моделей и развёртываний</translation>
    </message>
    <message>
        <source>must be an object of strings</source>
        <translation>должно быть объектом из строк</translation>
    </message>
    <message>
        <source>must be an object with a type</source>
        <translation>должно быть объектом с полем type</translation>
    </message>
    <message>
        <source>must be a text, or an object by model name</source>
        <translation>должно быть текстом или объектом по именам моделей</translation>
    </message>
    <message>
        <source>must be a text; null takes the header away</source>
        <translation>должно быть текстом; null убирает заголовок</translation>
    </message>
    <message>
        <source>must be a text that is not empty</source>
        <translation>должно быть непустым текстом</translation>
    </message>
    <message>
        <source>must be a text of 1 to 512 bytes</source>
        <translation>должно быть текстом от 1 до 512 байт</translation>
    </message>
    <message>
        <source>must be a string</source>
        <translation>должно быть строкой</translation>
    </message>
    <message>
        <source>must be a string such as &quot;v2&quot;</source>
        <translation>должно быть строкой, например &quot;v2&quot;</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>должно быть массивом</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>должно быть одним из: %1</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>должно быть одним из: %1</translation>
    </message>
    <message>
        <source>must be null for a global budget</source>
        <translation>должно быть null для общего бюджета</translation>
    </message>
    <message>
        <source>must be null when provider is given</source>
        <translation>должно быть null, если задан provider</translation>
    </message>
    <message>
        <source>must ascend</source>
        <translation>должны возрастать</translation>
    </message>
    <message>
        <source>must hold neither &apos;=&apos; nor &apos;/&apos;</source>
        <translation>не может содержать «=» и «/»</translation>
    </message>
    <message>
        <source>must hold neither &apos;/&apos; nor &apos;:&apos;, which separate provider and model</source>
        <translation>не может содержать «/» и «:», которые разделяют провайдера и модель</translation>
    </message>
    <message>
        <source>must hold no slash and no control character</source>
        <translation>не может содержать косую черту и управляющие символы</translation>
    </message>
    <message>
        <source>must not begin or end with a blank, nor be &apos;.&apos; or &apos;..&apos;</source>
        <translation>не может начинаться или кончаться пробелом, быть «.» или «..»</translation>
    </message>
    <message>
        <source>must begin with http:// or https://</source>
        <translation>должно начинаться с http:// или https://</translation>
    </message>
    <message>
        <source>names no host</source>
        <translation>не указывает хост</translation>
    </message>
    <message>
        <source>must not hold credentials; they have a field of their own</source>
        <translation>не может содержать учётные данные; для них есть отдельное поле</translation>
    </message>
    <message>
        <source>must be a plain address without query or fragment</source>
        <translation>должно быть простым адресом без запроса и фрагмента</translation>
    </message>
    <message>
        <source>must read provider/model</source>
        <translation>должно иметь вид провайдер/модель</translation>
    </message>
    <message>
        <source>must not hold a comma</source>
        <translation>не может содержать запятую</translation>
    </message>
    <message>
        <source>must be one word of visible ASCII characters</source>
        <translation>должно быть одним словом из видимых символов ASCII</translation>
    </message>
    <message>
        <source>must be visible ASCII characters and blanks</source>
        <translation>должно состоять из видимых символов ASCII и пробелов</translation>
    </message>
    <message>
        <source>must be visible ASCII characters without blanks</source>
        <translation>должно состоять из видимых символов ASCII без пробелов</translation>
    </message>
    <message>
        <source>must be 12 to 72 visible ASCII characters</source>
        <translation>должно быть от 12 до 72 видимых символов ASCII</translation>
    </message>
    <message>
        <source>needs at least one target</source>
        <translation>нужна хотя бы одна цель</translation>
    </message>
    <message>
        <source>needs at least one pattern</source>
        <translation>нужен хотя бы один шаблон</translation>
    </message>
    <message>
        <source>needs a condition on user, project or key</source>
        <translation>нужно условие на user, project или key</translation>
    </message>
    <message>
        <source>needs at least one version with a share above 0</source>
        <translation>нужна хотя бы одна версия с долей больше 0</translation>
    </message>
    <message>
        <source>needs at least one version</source>
        <translation>нужна хотя бы одна версия</translation>
    </message>
    <message>
        <source>must be more than simple_max_prompt_tokens</source>
        <translation>должно быть больше simple_max_prompt_tokens</translation>
    </message>
    <message>
        <source>must be more than 0 where there is no service_tier: else the tier is the price itself</source>
        <translation>должно быть больше 0, если нет service_tier: иначе ступень — это сама цена</translation>
    </message>
    <message>
        <source>or another price must be there: a tier says at least one</source>
        <translation>или другая цена должна быть: ступень задаёт хотя бы одну</translation>
    </message>
    <message>
        <source>is the same as another tier&apos;s</source>
        <translation>совпадает с другой ступенью</translation>
    </message>
    <message>
        <source>is of one tier too many: there may be %1</source>
        <translation>относится к лишней ступени: их может быть %1</translation>
    </message>
    <message>
        <source>is of one version too many: there may be %1</source>
        <translation>относится к лишней версии: их может быть %1</translation>
    </message>
    <message>
        <source>must not be before 1970</source>
        <translation>не может быть раньше 1970 года</translation>
    </message>
    <message>
        <source>is the same as another version&apos;s</source>
        <translation>совпадает с другой версией</translation>
    </message>
    <message>
        <source>must be v1, v2, …</source>
        <translation>должно быть v1, v2, …</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>указано дважды</translation>
    </message>
    <message>
        <source>names no version of this prompt</source>
        <translation>не указывает версию этого промпта</translation>
    </message>
    <message>
        <source>names no version of prompt %1: %2</source>
        <translation>не указывает версию промпта %1: %2</translation>
    </message>
    <message>
        <source>must be one of: auto, chat, responses</source>
        <translation>должно быть одним из: auto, chat, responses</translation>
    </message>
    <message>
        <source>must be the absolute path of a PEM file</source>
        <translation>должно быть абсолютным путём к файлу PEM</translation>
    </message>
    <message>
        <source>must be the name of an AWS region</source>
        <translation>должно быть именем региона AWS</translation>
    </message>
    <message>
        <source>must be an origin such as https://app.example.com, without a path</source>
        <translation>должно быть источником (origin), например https://app.example.com, без пути</translation>
    </message>
    <message>
        <source>must be a name such as Europe/Berlin, or null for UTC</source>
        <translation>должно быть именем, например Europe/Berlin, или null для UTC</translation>
    </message>
    <message>
        <source>cannot be changed</source>
        <translation>нельзя изменить</translation>
    </message>
    <message>
        <source>cannot be changed; add a version instead</source>
        <translation>нельзя изменить; вместо этого добавьте версию</translation>
    </message>
    <message>
        <source>means something else in the admin API</source>
        <translation>в API администратора означает другое</translation>
    </message>
    <message>
        <source>is no template: %1</source>
        <translation>не является шаблоном: %1</translation>
    </message>
    <message>
        <source>names no %1 that there is: %2</source>
        <translation>не указывает существующий объект: %1 %2</translation>
    </message>
    <message>
        <source>names no key that there is: %1</source>
        <translation>не указывает существующий ключ: %1</translation>
    </message>
    <message>
        <source>is no header that can be set</source>
        <translation>такой заголовок задать нельзя</translation>
    </message>
    <message>
        <source>is masked and stands for no value that is stored</source>
        <translation>замаскировано и не соответствует ни одному сохранённому значению</translation>
    </message>
    <message>
        <source>is masked and stands for no key that is stored</source>
        <translation>замаскировано и не соответствует ни одному сохранённому ключу</translation>
    </message>
    <message>
        <source>must hold at most %1 headers</source>
        <translation>может содержать не больше %1 заголовков</translation>
    </message>
    <message>
        <source>must be later than from</source>
        <translation>должно быть позже from</translation>
    </message>
    <message numerus="yes">
        <source>holds %n versions already; give a shorter one</source>
        <translation>
            <numerusform>содержит уже %n версию; задайте короче</numerusform>
            <numerusform>содержит уже %n версии; задайте короче</numerusform>
            <numerusform>содержит уже %n версий; задайте короче</numerusform>
        </translation>
    </message>
    <message>
        <source>means the same %1 as an entry before it</source>
        <translation>означает тот же объект (%1), что и запись перед ним</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by %2</source>
        <translation>не может уйти без %1, который использует %2</translation>
    </message>
    <message>
        <source>needs the environment variable %1, which is not set</source>
        <translation>нужна переменная окружения %1, которая не задана</translation>
    </message>
    <message>
        <source>must be yaml or json</source>
        <translation>должно быть yaml или json</translation>
    </message>
    <message>
        <source>must be the only field, a mapping of names as in prompts.yaml</source>
        <translation>должно быть единственным полем — отображением имён, как в prompts.yaml</translation>
    </message>
    <message>
        <source>must be a mapping with a template</source>
        <translation>должно быть отображением с template</translation>
    </message>
    <message>
        <source>must have ranges that begin at a number of tokens</source>
        <translation>должно иметь диапазоны, начинающиеся с числа токенов</translation>
    </message>
    <message>
        <source>must hold factors between 0 and 100</source>
        <translation>должно содержать множители от 0 до 100</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>должно быть числом</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>не может быть отрицательным</translation>
    </message>
    <message>
        <source>is no plausible price in USD per token</source>
        <translation>неправдоподобная цена в USD за токен</translation>
    </message>
    <message>
        <source>is too large or too deep</source>
        <translation>слишком велико или слишком глубоко вложено</translation>
    </message>
    <message>
        <source>has a key that is no text</source>
        <translation>содержит ключ, который не является текстом</translation>
    </message>
    <message>
        <source>has the key %1 twice</source>
        <translation>содержит ключ %1 дважды</translation>
    </message>
    <message>
        <source>must be a mapping at the top</source>
        <translation>на верхнем уровне должно быть отображением</translation>
    </message>
    <message>
        <source>there is more behind its end</source>
        <translation>после его конца есть что-то ещё</translation>
    </message>
    <message>
        <source>is not valid JSON: %1</source>
        <translation>не является корректным JSON: %1</translation>
    </message>
    <message>
        <source>is not one that this list gave out</source>
        <translation>не выдавалось этим списком</translation>
    </message>
    <message>
        <source>is none that there is</source>
        <translation>такого нет</translation>
    </message>
    <message>
        <source>is not set: there is nothing to test</source>
        <translation>не задано: проверять нечего</translation>
    </message>
    <message>
        <source>can only be user_agent</source>
        <translation>может быть только user_agent</translation>
    </message>
    <message>
        <source>is of a type that has no arms to choose from</source>
        <translation>такого типа, у которого нет веток на выбор</translation>
    </message>
    <message>
        <source>must be less than %1</source>
        <translation>должно быть меньше %1</translation>
    </message>
    <message>
        <source>must be an http or https URL</source>
        <translation>должно быть URL http или https</translation>
    </message>
    <message>
        <source>must not hold a user name or password</source>
        <translation>не может содержать имя пользователя или пароль</translation>
    </message>
    <message>
        <source>leads to an address that webhooks may not go to</source>
        <translation>ведёт на адрес, куда веб-хукам нельзя</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>must hold 1 to %1 requests</source>
        <translation>должно содержать от 1 до %1 запросов</translation>
    </message>
    <message>
        <source>must be the object that would be sent</source>
        <translation>должно быть объектом, который был бы отправлен</translation>
    </message>
    <message>
        <source>must be the JSON object that would be sent</source>
        <translation>должно быть объектом JSON, который был бы отправлен</translation>
    </message>
    <message>
        <source>must have 256 bytes at most</source>
        <translation>не может быть длиннее 256 байт</translation>
    </message>
    <message>
        <source>must be a route that asks a model, such as /v1/chat/completions or /v1/messages</source>
        <translation>должно быть путём, который спрашивает модель, например /v1/chat/completions или /v1/messages</translation>
    </message>
    <message>
        <source>must be openai_chat, openai_responses, anthropic_messages or openai_completions</source>
        <translation>должно быть openai_chat, openai_responses, anthropic_messages или openai_completions</translation>
    </message>
    <message>
        <source>is not the first of that name</source>
        <translation>не первое с этим именем</translation>
    </message>
    <message>
        <source>and items cannot be given together</source>
        <translation>и items нельзя задать вместе</translation>
    </message>
    <message>
        <source>are too many for what is to go into each of them (64 MiB in all)</source>
        <translation>слишком много для того, что войдёт в каждый из них (всего 64 МиБ)</translation>
    </message>
    <message>
        <source>must be UTF-8</source>
        <translation>должно быть в UTF-8</translation>
    </message>
    <message>
        <source>must be the text of a JSON object</source>
        <translation>должно быть текстом объекта JSON</translation>
    </message>
    <message>
        <source>must be a string or an array</source>
        <translation>должно быть строкой или массивом</translation>
    </message>
    <message>
        <source>must be a string or an array of parts</source>
        <translation>должно быть строкой или массивом частей</translation>
    </message>
    <message>
        <source>must be a string or an array of items</source>
        <translation>должно быть строкой или массивом элементов</translation>
    </message>
    <message>
        <source>must be a string or an array of content blocks</source>
        <translation>должно быть строкой или массивом блоков содержимого</translation>
    </message>
    <message>
        <source>must be an array of strings</source>
        <translation>должно быть массивом строк</translation>
    </message>
    <message>
        <source>must be an array that is not empty</source>
        <translation>должно быть непустым массивом</translation>
    </message>
    <message>
        <source>must hold at least one message</source>
        <translation>должно содержать хотя бы одно сообщение</translation>
    </message>
    <message>
        <source>must hold at least one item</source>
        <translation>должно содержать хотя бы один элемент</translation>
    </message>
    <message>
        <source>must be a string, an array of strings, or arrays of token ids, and not empty</source>
        <translation>должно быть строкой, массивом строк или массивами идентификаторов токенов и не пустым</translation>
    </message>
    <message>
        <source>must be float or base64</source>
        <translation>должно быть float или base64</translation>
    </message>
    <message>
        <source>must be user or model</source>
        <translation>должно быть user или model</translation>
    </message>
    <message>
        <source>must be base64, url or file</source>
        <translation>должно быть base64, url или file</translation>
    </message>
    <message>
        <source>must be base64, url, file, text or content</source>
        <translation>должно быть base64, url, file, text или content</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>должно быть целым числом</translation>
    </message>
    <message>
        <source>must be an integer</source>
        <translation>должно быть целым числом</translation>
    </message>
    <message>
        <source>is only allowed when stream is true</source>
        <translation>допускается, только если stream равно true</translation>
    </message>
    <message>
        <source>needs content</source>
        <translation>нужно поле content</translation>
    </message>
    <message>
        <source>needs a type</source>
        <translation>нужно поле type</translation>
    </message>
    <message>
        <source>needs a role</source>
        <translation>нужно поле role</translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation>нужно поле name</translation>
    </message>
    <message>
        <source>needs an id</source>
        <translation>нужно поле id</translation>
    </message>
    <message>
        <source>needs parts</source>
        <translation>нужно поле parts</translation>
    </message>
    <message>
        <source>needs a call_id</source>
        <translation>нужно поле call_id</translation>
    </message>
    <message>
        <source>needs a tool_use_id</source>
        <translation>нужно поле tool_use_id</translation>
    </message>
    <message>
        <source>needs a fileUri</source>
        <translation>нужно поле fileUri</translation>
    </message>
    <message>
        <source>needs a mimeType and data</source>
        <translation>нужны поля mimeType и data</translation>
    </message>
    <message>
        <source>holds more than %1 entries</source>
        <translation>содержит больше %1 записей</translation>
    </message>
    <message>
        <source>mixes texts and token ids</source>
        <translation>смешивает тексты и идентификаторы токенов</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>отсутствуют: %1</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>отсутствует: %1</translation>
    </message>
    <message>
        <source>%1 must be a text, not a list or an object</source>
        <translation>%1 должно быть текстом, а не списком или объектом</translation>
    </message>
    <message>
        <source>%1 must be texts, not lists or objects</source>
        <translation>%1 должны быть текстами, а не списками или объектами</translation>
    </message>
    <message>
        <source>%1 is in no template</source>
        <translation>%1 нет ни в одном шаблоне</translation>
    </message>
    <message>
        <source>%1 are in no template</source>
        <translation>%1 нет ни в одном шаблоне</translation>
    </message>
    <message>
        <source>%1 and %2 are missing</source>
        <translation>отсутствуют: %1 и %2</translation>
    </message>
    <message>
        <source>%1 and %2 are in no template</source>
        <translation>%1 и %2 нет ни в одном шаблоне</translation>
    </message>
    <message>
        <source>%1 and %2 must be texts, not lists or objects</source>
        <translation>%1 и %2 должны быть текстами, а не списками или объектами</translation>
    </message>
    <message>
        <source>would be longer than %1 MiB</source>
        <translation>было бы длиннее %1 МиБ</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>%1 is never closed</source>
        <translation>%1 нигде не закрывается</translation>
    </message>
    <message>
        <source>%1 names no variable: names have letters, digits, _, - and dots</source>
        <translation>%1 не называет переменную: имена состоят из букв, цифр, _, - и точек</translation>
    </message>
    <message>
        <source>{{&gt; …}} would take in another template, which prompts cannot</source>
        <translation>{{&gt; …}} подключило бы другой шаблон, а промпты этого не могут</translation>
    </message>
    <message>
        <source>{{= …}} would change the delimiters, which prompts cannot</source>
        <translation>{{= …}} сменило бы разделители, а промпты этого не могут</translation>
    </message>
    <message>
        <source>sections stand more than %1 deep in each other</source>
        <translation>секции вложены глубже %1</translation>
    </message>
    <message>
        <source>%1 closes what was never opened</source>
        <translation>%1 закрывает то, что не открывалось</translation>
    </message>
    <message>
        <source>%1 stands where %2 must be closed first</source>
        <translation>%1 стоит там, где сначала нужно закрыть %2</translation>
    </message>
    <message>
        <source>{% … %} is Jinja; templates here are Mustache: {{#name}} … {{/name}}</source>
        <translation>{% … %} — это Jinja; шаблоны здесь на Mustache: {{#name}} … {{/name}}</translation>
    </message>
    <message>
        <source>Bedrock does not take it for this model</source>
        <translation>Bedrock не принимает это для этой модели</translation>
    </message>
    <message>
        <source>the highest effort here is high</source>
        <translation>наибольшее усилие здесь — high</translation>
    </message>
    <message>
        <source>high effort excludes max_tokens, temperature and top_p here</source>
        <translation>усилие high здесь исключает max_tokens, temperature и top_p</translation>
    </message>
    <message>
        <source>request metadata takes up to 256 letters, digits and few signs</source>
        <translation>метаданные запроса принимают до 256 букв, цифр и некоторых знаков</translation>
    </message>
    <message>
        <source>embeddings are not asked for through Bedrock</source>
        <translation>эмбеддинги через Bedrock не запрашиваются</translation>
    </message>
    <message>
        <source>a document must come with a text</source>
        <translation>документ должен сопровождаться текстом</translation>
    </message>
    <message>
        <source>this model has no cache</source>
        <translation>у этой модели нет кэша</translation>
    </message>
    <message>
        <source>images are JPEG, PNG, GIF or WebP here, sent as they are or from S3, not by address</source>
        <translation>изображения здесь — JPEG, PNG, GIF или WebP, отправленные как есть или из S3, не по адресу</translation>
    </message>
    <message>
        <source>this provider does not take such audio</source>
        <translation>этот провайдер не принимает такой звук</translation>
    </message>
    <message>
        <source>documents are PDF, Word, Excel, HTML or text here, sent as they are or from S3, not by address</source>
        <translation>документы здесь — PDF, Word, Excel, HTML или текст, отправленные как есть или из S3, не по адресу</translation>
    </message>
    <message>
        <source>Bedrock&apos;s models are not held to schemas alike</source>
        <translation>модели Bedrock не одинаково следуют схемам</translation>
    </message>
    <message>
        <source>this model does not cache tools</source>
        <translation>эта модель не кэширует инструменты</translation>
    </message>
    <message>
        <source>this model decides itself how many tools it calls at once</source>
        <translation>эта модель сама решает, сколько инструментов вызвать сразу</translation>
    </message>
    <message>
        <source>tools of the conversation stay declared; the model may call them</source>
        <translation>инструменты разговора остаются объявленными; модель может их вызвать</translation>
    </message>
    <message>
        <source>at most 5 stop sequences are taken</source>
        <translation>принимается не больше 5 стоп-последовательностей</translation>
    </message>
    <message>
        <source>this model samples in its own way</source>
        <translation>эта модель делает выборку по-своему</translation>
    </message>
    <message>
        <source>this model gives one answer at a time</source>
        <translation>эта модель даёт один ответ за раз</translation>
    </message>
    <message>
        <source>at most 8 candidates are answered</source>
        <translation>в ответе не больше 8 вариантов</translation>
    </message>
    <message>
        <source>penalties are below 2</source>
        <translation>штрафы меньше 2</translation>
    </message>
    <message>
        <source>seeds have 32 bits; the lower ones are sent</source>
        <translation>сид имеет 32 бита; отправляются младшие</translation>
    </message>
    <message>
        <source>at most 20 are told</source>
        <translation>сообщается не больше 20</translation>
    </message>
    <message>
        <source>an instruction: this model has either functions or JSON answers</source>
        <translation>как указание: у этой модели либо функции, либо ответы JSON</translation>
    </message>
    <message>
        <source>the highest level here is high</source>
        <translation>наивысший уровень здесь — high</translation>
    </message>
    <message>
        <source>this model always thinks; it is asked to think little</source>
        <translation>эта модель всегда думает; её просят думать мало</translation>
    </message>
    <message>
        <source>the lowest level here is low</source>
        <translation>наименьший уровень здесь — low</translation>
    </message>
    <message>
        <source>this model knows only low and high</source>
        <translation>эта модель знает только low и high</translation>
    </message>
    <message>
        <source>this model thinks with %1 to %2 tokens</source>
        <translation>эта модель думает, используя от %1 до %2 токенов</translation>
    </message>
    <message>
        <source>all images of a request have the same resolution</source>
        <translation>все изображения запроса имеют одно разрешение</translation>
    </message>
    <message>
        <source>of the schema, Gemini does not take: %1</source>
        <translation>из схемы Gemini не принимает: %1</translation>
    </message>
    <message>
        <source>instructions are sent in front of the conversation</source>
        <translation>указания отправляются перед разговором</translation>
    </message>
    <message>
        <source>Gemini takes only text as instructions</source>
        <translation>Gemini принимает как указания только текст</translation>
    </message>
    <message>
        <source>the arguments of %1 are no JSON object</source>
        <translation>аргументы %1 — не объект JSON</translation>
    </message>
    <message>
        <source>Gemini did not sign this call; it is told so</source>
        <translation>Gemini не подписал этот вызов; ему об этом сообщают</translation>
    </message>
    <message>
        <source>Gemini takes back only thoughts that it signed</source>
        <translation>Gemini принимает обратно только подписанные им мысли</translation>
    </message>
    <message>
        <source>no call before it has the id &quot;%1&quot;</source>
        <translation>ни у одного вызова до него нет id «%1»</translation>
    </message>
    <message>
        <source>its call has been answered before</source>
        <translation>на его вызов уже ответили</translation>
    </message>
    <message>
        <source>pictures in a tool&apos;s result are sent next to it</source>
        <translation>картинки из результата инструмента отправляются рядом с ним</translation>
    </message>
    <message>
        <source>Gemini takes no names of documents</source>
        <translation>Gemini не принимает имена документов</translation>
    </message>
    <message>
        <source>this model takes files only as data, not by address</source>
        <translation>эта модель принимает файлы только как данные, не по адресу</translation>
    </message>
    <message>
        <source>a file kept at another provider has no address that can be sent on</source>
        <translation>у файла, хранящегося у другого провайдера, нет адреса, который можно передать</translation>
    </message>
    <message>
        <source>Gemini caches by itself</source>
        <translation>Gemini кэширует сам</translation>
    </message>
    <message>
        <source>Gemini has no names of speakers</source>
        <translation>у Gemini нет имён собеседников</translation>
    </message>
    <message>
        <source>instructions alone are sent as the user&apos;s words</source>
        <translation>одни указания отправляются как слова пользователя</translation>
    </message>
    <message>
        <source>a user&apos;s turn in front: the conversation began with the assistant</source>
        <translation>реплика пользователя впереди: разговор начал ассистент</translation>
    </message>
    <message>
        <source>a user&apos;s turn at the end: this model takes no beginnings of its answer</source>
        <translation>реплика пользователя в конце: эта модель не принимает начало своего ответа</translation>
    </message>
    <message>
        <source>Gemini has no such parameter</source>
        <translation>у Gemini нет такого параметра</translation>
    </message>
    <message>
        <source>Gemini runs its own tools or calls functions, not both</source>
        <translation>Gemini запускает свои инструменты или вызывает функции, но не то и другое</translation>
    </message>
    <message>
        <source>Gemini&apos;s own %1 stands for it, without its options</source>
        <translation>его заменяет собственный %1 Gemini, без параметров</translation>
    </message>
    <message>
        <source>Gemini decides itself how many functions it calls</source>
        <translation>Gemini сам решает, сколько функций вызвать</translation>
    </message>
    <message>
        <source>Gemini has no tier of that name</source>
        <translation>у Gemini нет уровня с таким именем</translation>
    </message>
    <message>
        <source>instructions are sent as the user&apos;s first words: Gemma takes no others</source>
        <translation>указания отправляются как первые слова пользователя: Gemma других не принимает</translation>
    </message>
    <message>
        <source>token ids mean something only to the model they are of</source>
        <translation>идентификаторы токенов имеют смысл только для своей модели</translation>
    </message>
    <message>
        <source>there is nothing to embed</source>
        <translation>нечего превращать в эмбеддинг</translation>
    </message>
    <message>
        <source>a model that reasons has no such parameter</source>
        <translation>у рассуждающей модели нет такого параметра</translation>
    </message>
    <message>
        <source>a reply that is not stored has no such parameter</source>
        <translation>у ответа, который не хранится, нет такого параметра</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is run by another provider</source>
        <translation>«%1» выполняет другой провайдер</translation>
    </message>
    <message>
        <source>this model cannot be held to that schema</source>
        <translation>эту модель нельзя обязать следовать этой схеме</translation>
    </message>
    <message>
        <source>only user_id is taken</source>
        <translation>принимается только user_id</translation>
    </message>
    <message>
        <source>at most 256 characters are taken</source>
        <translation>принимается не больше 256 символов</translation>
    </message>
    <message>
        <source>Anthropic has no embeddings</source>
        <translation>у Anthropic нет эмбеддингов</translation>
    </message>
    <message>
        <source>tools that the conversation used are declared, and not offered</source>
        <translation>инструменты из разговора объявлены, но не предлагаются</translation>
    </message>
    <message>
        <source>this provider does not listen to audio</source>
        <translation>этот провайдер не принимает звук</translation>
    </message>
    <message>
        <source>a block that only its own provider can read</source>
        <translation>блок, который может прочитать только его собственный провайдер</translation>
    </message>
    <message>
        <source>the model chooses the resolution itself</source>
        <translation>модель сама выбирает разрешение</translation>
    </message>
    <message>
        <source>images are JPEG, PNG, GIF or WebP here</source>
        <translation>изображения здесь — JPEG, PNG, GIF или WebP</translation>
    </message>
    <message>
        <source>the image has neither bytes nor an address that this provider can reach</source>
        <translation>у изображения нет ни байтов, ни адреса, доступного этому провайдеру</translation>
    </message>
    <message>
        <source>the document has neither bytes nor an address that this provider can reach</source>
        <translation>у документа нет ни байтов, ни адреса, доступного этому провайдеру</translation>
    </message>
    <message>
        <source>documents are PDF or plain text here</source>
        <translation>документы здесь — PDF или простой текст</translation>
    </message>
    <message>
        <source>there are no tools to choose from</source>
        <translation>нет инструментов на выбор</translation>
    </message>
    <message>
        <source>this model is never forced to call a tool</source>
        <translation>эту модель никогда не заставляют вызывать инструмент</translation>
    </message>
    <message>
        <source>this model does not think aloud</source>
        <translation>эта модель не думает вслух</translation>
    </message>
    <message>
        <source>a model that must call a tool may not think before it</source>
        <translation>модель, обязанная вызвать инструмент, не может перед этим думать</translation>
    </message>
    <message>
        <source>thinking cannot begin while calls are answered that were made without it</source>
        <translation>размышление не может начаться, пока отвечают на вызовы, сделанные без него</translation>
    </message>
    <message>
        <source>this model always thinks; it is asked for the least</source>
        <translation>эта модель всегда думает; её просят о минимуме</translation>
    </message>
    <message>
        <source>this model has no such parameter</source>
        <translation>у этой модели нет такого параметра</translation>
    </message>
    <message>
        <source>the least effort here is low</source>
        <translation>наименьшее усилие здесь — low</translation>
    </message>
    <message>
        <source>this model has no such effort</source>
        <translation>у этой модели нет такого уровня усилия</translation>
    </message>
    <message>
        <source>this model sets its own budget; effort %1 stands for it</source>
        <translation>эта модель сама задаёт бюджет; его заменяет усилие %1</translation>
    </message>
    <message>
        <source>this model sets its own budget; effort %1 stands for %2</source>
        <translation>эта модель сама задаёт бюджет; усилие %1 заменяет %2</translation>
    </message>
    <message>
        <source>this model thinks within a budget instead</source>
        <translation>эта модель вместо этого думает в рамках бюджета</translation>
    </message>
    <message>
        <source>the least budget is 1,024 tokens</source>
        <translation>наименьший бюджет — 1024 токена</translation>
    </message>
    <message>
        <source>max_tokens leaves no room for 1,024 tokens of thinking</source>
        <translation>max_tokens не оставляет места для 1024 токенов размышления</translation>
    </message>
    <message>
        <source>the budget must be below max_tokens</source>
        <translation>бюджет должен быть меньше max_tokens</translation>
    </message>
    <message>
        <source>the longest reply of this model is %1</source>
        <translation>самый длинный ответ этой модели — %1</translation>
    </message>
    <message>
        <source>this API wants one: %1</source>
        <translation>этому API он нужен: %1</translation>
    </message>
    <message>
        <source>the highest here is 1</source>
        <translation>наибольшее здесь — 1</translation>
    </message>
    <message>
        <source>it is 1 while the model thinks</source>
        <translation>равно 1, пока модель думает</translation>
    </message>
    <message>
        <source>it cannot be set while the model thinks</source>
        <translation>нельзя задать, пока модель думает</translation>
    </message>
    <message>
        <source>it is at least 0.95 while the model thinks</source>
        <translation>не меньше 0,95, пока модель думает</translation>
    </message>
    <message>
        <source>this model takes temperature or top_p, not both</source>
        <translation>эта модель принимает temperature или top_p, но не оба</translation>
    </message>
    <message>
        <source>this model takes no sampling parameters</source>
        <translation>эта модель не принимает параметров выборки</translation>
    </message>
    <message>
        <source>limits in the schema are told, not enforced</source>
        <translation>ограничения схемы сообщаются, но не навязываются</translation>
    </message>
    <message>
        <source>the model is told in words to answer in JSON</source>
        <translation>модель словами просят ответить в JSON</translation>
    </message>
    <message>
        <source>the answer is asked for as the arguments of a tool</source>
        <translation>ответ запрашивается как аргументы инструмента</translation>
    </message>
    <message>
        <source>turns have no names here</source>
        <translation>у реплик здесь нет имён</translation>
    </message>
    <message>
        <source>a system message holds nothing but text here</source>
        <translation>системное сообщение здесь содержит только текст</translation>
    </message>
    <message>
        <source>a system message in mid-conversation moves to the front</source>
        <translation>системное сообщение из середины разговора переходит в начало</translation>
    </message>
    <message>
        <source>reasoning that this provider did not sign</source>
        <translation>рассуждение, которое этот провайдер не подписал</translation>
    </message>
    <message>
        <source>the result of a tool that was not called before it</source>
        <translation>результат инструмента, который до этого не вызывали</translation>
    </message>
    <message>
        <source>a call without a result is answered with an error</source>
        <translation>на вызов без результата отвечают ошибкой</translation>
    </message>
    <message>
        <source>a conversation has to begin with the user</source>
        <translation>разговор должен начинать пользователь</translation>
    </message>
    <message>
        <source>this model does not continue a turn of its own; it is asked to</source>
        <translation>эта модель сама не продолжает свою реплику; её об этом просят</translation>
    </message>
    <message>
        <source>a stop sequence has to hold more than whitespace</source>
        <translation>стоп-последовательность должна содержать не только пробелы</translation>
    </message>
    <message>
        <source>arguments that are no JSON object are wrapped in one</source>
        <translation>аргументы, не являющиеся объектом JSON, в него оборачиваются</translation>
    </message>
    <message>
        <source>a tool of free text is sent as a function of one text</source>
        <translation>инструмент со свободным текстом отправляется как функция одного текста</translation>
    </message>
    <message>
        <source>the model is told of the grammar, and not held to it</source>
        <translation>модели сообщают грамматику, но не обязывают ей следовать</translation>
    </message>
    <message>
        <source>this model knows none of Anthropic&apos;s betas</source>
        <translation>эта модель не знает бета-функций Anthropic</translation>
    </message>
    <message>
        <source>this API does not tell comments of the model from its answer</source>
        <translation>этот API не отличает комментарии модели от её ответа</translation>
    </message>
    <message>
        <source>this provider has no such parameter</source>
        <translation>у этого провайдера нет такого параметра</translation>
    </message>
    <message>
        <source>%1 has no such parameter</source>
        <translation>%1: такого параметра нет</translation>
    </message>
    <message>
        <source>at most 4 stop sequences are taken</source>
        <translation>принимается не больше 4 стоп-последовательностей</translation>
    </message>
    <message>
        <source>this model reasons, and picks its words by itself</source>
        <translation>эта модель рассуждает и сама выбирает слова</translation>
    </message>
    <message>
        <source>models that reason take no stop sequences</source>
        <translation>рассуждающие модели не принимают стоп-последовательности</translation>
    </message>
    <message>
        <source>this provider takes no reasoning back</source>
        <translation>этот провайдер не принимает рассуждения обратно</translation>
    </message>
    <message>
        <source>pictures in a tool&apos;s result are sent as a message of the user</source>
        <translation>картинки из результата инструмента отправляются как сообщение пользователя</translation>
    </message>
    <message>
        <source>an image kept at another provider has no address that can be sent on</source>
        <translation>у изображения, хранящегося у другого провайдера, нет адреса, который можно передать</translation>
    </message>
    <message>
        <source>documents by address are not taken; send the file itself</source>
        <translation>документы по адресу не принимаются; отправьте сам файл</translation>
    </message>
    <message>
        <source>audio by address is not taken; send the recording itself</source>
        <translation>звук по адресу не принимается; отправьте саму запись</translation>
    </message>
    <message>
        <source>the nearest effort that this model takes is %1</source>
        <translation>ближайшее усилие, которое принимает эта модель, — %1</translation>
    </message>
    <message>
        <source>this model does not reason where it calls functions in Chat Completions</source>
        <translation>эта модель не рассуждает, когда вызывает функции в Chat Completions</translation>
    </message>
    <message>
        <source>this model calls functions in Chat Completions only without reasoning</source>
        <translation>эта модель вызывает функции в Chat Completions только без рассуждения</translation>
    </message>
    <message>
        <source>the highest effort here is xhigh</source>
        <translation>наибольшее усилие здесь — xhigh</translation>
    </message>
    <message>
        <source>this model does not reason</source>
        <translation>эта модель не рассуждает</translation>
    </message>
    <message>
        <source>at least 16 tokens have to be allowed</source>
        <translation>нужно разрешить не меньше 16 токенов</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Responses API has no stop sequences</source>
        <translation>в Responses API OpenAI нет стоп-последовательностей</translation>
    </message>
    <message>
        <source>messages have no names here</source>
        <translation>у сообщений здесь нет имён</translation>
    </message>
    <message>
        <source>nothing follows it that it could belong to</source>
        <translation>за ним нет ничего, к чему оно могло бы относиться</translation>
    </message>
    <message>
        <source>a model&apos;s own turn holds only text here</source>
        <translation>собственная реплика модели здесь содержит только текст</translation>
    </message>
    <message>
        <source>this provider reads only its own reasoning</source>
        <translation>этот провайдер читает только свои рассуждения</translation>
    </message>
    <message>
        <source>recordings are not taken in Responses</source>
        <translation>записи в Responses не принимаются</translation>
    </message>
    <message>
        <source>an Anthropic message holds one answer</source>
        <translation>сообщение Anthropic содержит один ответ</translation>
    </message>
    <message>
        <source>an Anthropic message does not tell comments from the answer</source>
        <translation>сообщение Anthropic не отличает комментарии от ответа</translation>
    </message>
    <message>
        <source>arguments came for a tool call that was closed or never begun</source>
        <translation>пришли аргументы вызова инструмента, который закрыт или не начинался</translation>
    </message>
    <message>
        <source>a citation that Anthropic&apos;s format has no words for</source>
        <translation>цитата, для которой в формате Anthropic нет слов</translation>
    </message>
    <message>
        <source>a block that only its own provider&apos;s callers can read</source>
        <translation>блок, который могут прочитать только клиенты его провайдера</translation>
    </message>
    <message>
        <source>a block that only its own provider&apos;s callers can be shown</source>
        <translation>блок, который можно показать только клиентам его провайдера</translation>
    </message>
    <message>
        <source>Chat Completions does not tell comments from the answer</source>
        <translation>Chat Completions не отличает комментарии от ответа</translation>
    </message>
    <message>
        <source>this citation has no place in a Responses message</source>
        <translation>для этой цитаты нет места в сообщении Responses</translation>
    </message>
    <message>
        <source>a block that only callers of its provider&apos;s own format can be shown</source>
        <translation>блок, который можно показать только клиентам формата его провайдера</translation>
    </message>
    <message>
        <source>arguments of a call that had ended</source>
        <translation>аргументы вызова, который уже завершился</translation>
    </message>
    <message numerus="yes">
        <source>its context window holds %n tokens</source>
        <translation>
            <numerusform>в его окно контекста помещается %n токен</numerusform>
            <numerusform>в его окно контекста помещаются %n токена</numerusform>
            <numerusform>в его окно контекста помещается %n токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>it makes no embeddings</source>
        <translation>не создаёт эмбеддинги</translation>
    </message>
    <message>
        <source>it has no tools</source>
        <translation>не поддерживает инструменты</translation>
    </message>
    <message>
        <source>it cannot see images</source>
        <translation>не видит изображений</translation>
    </message>
    <message>
        <source>weight %1 counts as %2 by its health</source>
        <translation>вес %1 считается как %2 из-за его состояния</translation>
    </message>
    <message>
        <source>no latency known yet</source>
        <translation>задержка пока неизвестна</translation>
    </message>
    <message>
        <source>%1 ms, %2 running</source>
        <translation>%1 мс, выполняется: %2</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>выполняется: %1</translation>
    </message>
    <message>
        <source>about %1 USD</source>
        <translation>около %1 USD</translation>
    </message>
    <message>
        <source>the task looks %1: %2</source>
        <translation>задача выглядит как %1: %2</translation>
    </message>
    <message>
        <source>about %1 tokens of prompt</source>
        <translation>около %1 токенов промпта</translation>
    </message>
    <message>
        <source>%1 tokens of prompt</source>
        <translation>токенов промпта: %1</translation>
    </message>
    <message>
        <source>up to %1 tokens of answer</source>
        <translation>до %1 токенов ответа</translation>
    </message>
    <message>
        <source>reasoning is asked for</source>
        <translation>запрошено рассуждение</translation>
    </message>
    <message>
        <source>the task says &quot;%1&quot;</source>
        <translation>в задаче есть «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n tool</source>
        <translation>
            <numerusform>%n инструмент</numerusform>
            <numerusform>%n инструмента</numerusform>
            <numerusform>%n инструментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n инструмент</numerusform>
            <numerusform>%n инструмента</numerusform>
            <numerusform>%n инструментов</numerusform>
        </translation>
    </message>
    <message>
        <source>images</source>
        <translation>изображения</translation>
    </message>
    <message>
        <source>the answer must fit a schema</source>
        <translation>ответ должен соответствовать схеме</translation>
    </message>
    <message>
        <source>short and plain</source>
        <translation>короткая и простая</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; is neither an alias nor provider/model of a known provider.</source>
        <translation>Модель «%1» — ни псевдоним, ни провайдер/модель известного провайдера.</translation>
    </message>
    <message>
        <source>named directly: %1</source>
        <translation>указан напрямую: %1</translation>
    </message>
    <message>
        <source>alias %1 → strategy simple</source>
        <translation>псевдоним %1 → стратегия: первая рабочая</translation>
    </message>
    <message>
        <source>alias %1 → strategy weighted</source>
        <translation>псевдоним %1 → стратегия: по весу</translation>
    </message>
    <message>
        <source>alias %1 → strategy least latency</source>
        <translation>псевдоним %1 → стратегия: самая быстрая</translation>
    </message>
    <message>
        <source>alias %1 → strategy least cost</source>
        <translation>псевдоним %1 → стратегия: самая дешёвая</translation>
    </message>
    <message>
        <source>alias %1 → strategy auto</source>
        <translation>псевдоним %1 → стратегия: по задаче</translation>
    </message>
    <message>
        <source>override header</source>
        <translation>заголовок переопределения</translation>
    </message>
    <message>
        <source>unknown version asked for, default served</source>
        <translation>запрошена неизвестная версия, отдана версия по умолчанию</translation>
    </message>
    <message>
        <source>the request&apos;s own</source>
        <translation>из самого запроса</translation>
    </message>
    <message>
        <source>flag %1, bucket %2, %3</source>
        <translation>флаг %1, корзина %2, %3</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2 &lt; %3 → %4</source>
        <translation>флаг %1: корзина канарейки %2 &lt; %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2 ≥ %3 → %4</source>
        <translation>флаг %1: корзина канарейки %2 ≥ %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2, rule:%3 → %4</source>
        <translation>флаг %1: корзина канарейки %2, правило %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2, %3 → %4</source>
        <translation>флаг %1: корзина канарейки %2, %3 → %4</translation>
    </message>
    <message>
        <source>no such provider</source>
        <translation>такого провайдера нет</translation>
    </message>
    <message>
        <source>provider disabled</source>
        <translation>провайдер отключён</translation>
    </message>
    <message>
        <source>kill switch %1</source>
        <translation>рубильник %1</translation>
    </message>
    <message>
        <source>it is not tagged %1</source>
        <translation>у него нет метки %1</translation>
    </message>
    <message>
        <source>about %1 USD is more than %2</source>
        <translation>около %1 USD — больше, чем %2</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>отдыхает</translation>
    </message>
    <message>
        <source>circuit %1</source>
        <translation>размыкатель %1</translation>
    </message>
    <message>
        <source>circuit open</source>
        <translation>размыкатель разомкнут</translation>
    </message>
    <message>
        <source>circuit half_open</source>
        <translation>размыкатель полуразомкнут</translation>
    </message>
    <message>
        <source>all its keys rest</source>
        <translation>все его ключи отдыхают</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>пропущен: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбран</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>запасной</translation>
    </message>
    <message>
        <source>next in chain</source>
        <translation>следующий в цепочке</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>выбран: %1</translation>
    </message>
    <message>
        <source>fallback: %1</source>
        <translation>запасной: %1</translation>
    </message>
    <message>
        <source>next in chain: %1</source>
        <translation>следующий в цепочке: %1</translation>
    </message>
    <message>
        <source>No target can serve this request: %1</source>
        <translation>Ни одна цель не может обслужить этот запрос: %1</translation>
    </message>
    <message>
        <source>No target can serve this request:</source>
        <translation>Ни одна цель не может обслужить этот запрос:</translation>
    </message>
    <message>
        <source>No target has room within its provider&apos;s limits: %1</source>
        <translation>Ни одна цель не укладывается в лимиты своего провайдера: %1</translation>
    </message>
    <message>
        <source>No healthy target: %1</source>
        <translation>Нет исправной цели: %1</translation>
    </message>
    <message>
        <source>No healthy target:</source>
        <translation>Нет исправной цели.</translation>
    </message>
    <message>
        <source>No healthy target is left.</source>
        <translation>Исправных целей не осталось.</translation>
    </message>
    <message>
        <source>it cannot be tried any more</source>
        <translation>пробовать его больше нельзя</translation>
    </message>
    <message>
        <source>its rpm is used up</source>
        <translation>его лимит запросов в минуту исчерпан</translation>
    </message>
    <message>
        <source>its tpm is used up</source>
        <translation>его лимит токенов в минуту исчерпан</translation>
    </message>
    <message>
        <source>its %1 is used up</source>
        <translation>его лимит %1 исчерпан</translation>
    </message>
    <message>
        <source>its context window is no larger</source>
        <translation>его окно контекста не больше</translation>
    </message>
    <message>
        <source>attempt %1: %2 %3 — %4</source>
        <translation>попытка %1: %2 %3 — %4</translation>
    </message>
    <message>
        <source>attempt %1: %2 answered</source>
        <translation>попытка %1: %2 ответил</translation>
    </message>
    <message>
        <source>%1 [upstream request %2]</source>
        <translation>%1 [запрос у провайдера %2]</translation>
    </message>
    <message>
        <source>the price of %1 is not known: budgets hold a floor for it and count it apart</source>
        <translation>цена %1 неизвестна: бюджеты резервируют для него минимум и считают его отдельно</translation>
    </message>
    <message>
        <source>budget %1 is used up → alias %2</source>
        <translation>бюджет %1 исчерпан → псевдоним %2</translation>
    </message>
    <message>
        <source>budget %1 of provider %2 is used up</source>
        <translation>бюджет %1 провайдера %2 исчерпан</translation>
    </message>
    <message>
        <source>Budget %1 of %2 USD is used up (%3 spent, %4 reserved); it resets at %5.</source>
        <translation>Бюджет %1 в размере %2 USD исчерпан (потрачено %3, зарезервировано %4); обновится %5.</translation>
    </message>
    <message>
        <source>Budget %1 of %2 USD has too little left (%3 spent, %4 reserved) for a request that may cost %5; it resets at %6.</source>
        <translation>В бюджете %1 в размере %2 USD осталось слишком мало (потрачено %3, зарезервировано %4) для запроса, который может стоить %5; обновится %6.</translation>
    </message>
    <message>
        <source>answered from the exact cache, %1 s old</source>
        <translation>ответ из точного кэша, возраст %1 с</translation>
    </message>
    <message>
        <source>every target failed (%1) → an answer %2 s old</source>
        <translation>все цели отказали (%1) → ответ возрастом %2 с</translation>
    </message>
    <message>
        <source>flag %1: the canary failed → %2 answers for it</source>
        <translation>флаг %1: канарейка отказала → за неё отвечает %2</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of %1.</source>
        <translation>Достигнут лимит: запросы в минуту, %1.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of %1.</source>
        <translation>Достигнут лимит: токены в минуту, %1.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of %1.</source>
        <translation>Достигнут лимит: одновременные запросы, %1.</translation>
    </message>
    <message>
        <source>flag %1: copy of request %2 → %3</source>
        <translation>флаг %1: копия запроса %2 → %3</translation>
    </message>
    <message>
        <source>%1 counts no tokens itself: estimated here</source>
        <translation>%1 сам не считает токены: оценка сделана здесь</translation>
    </message>
    <message>
        <source>prompt %1 %2 (%3)</source>
        <translation>промпт %1 %2 (%3)</translation>
    </message>
    <message>
        <source>prompt %1 %2: %3</source>
        <translation>промпт %1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>error rate %1 is above %2 after %n requests</source>
        <translation>
            <numerusform>доля ошибок %1 выше %2 после %n запроса</numerusform>
            <numerusform>доля ошибок %1 выше %2 после %n запросов</numerusform>
            <numerusform>доля ошибок %1 выше %2 после %n запросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p95 of %1 ms is above %2 × the %3 ms of %4 after %n requests</source>
        <translation>
            <numerusform>p95 %1 мс выше %2 × %3 мс (%4) после %n запроса</numerusform>
            <numerusform>p95 %1 мс выше %2 × %3 мс (%4) после %n запросов</numerusform>
            <numerusform>p95 %1 мс выше %2 × %3 мс (%4) после %n запросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cost of %1 USD per request is above %2 × the %3 USD of %4 after %n requests</source>
        <translation>
            <numerusform>стоимость %1 USD за запрос выше %2 × %3 USD (%4) после %n запроса</numerusform>
            <numerusform>стоимость %1 USD за запрос выше %2 × %3 USD (%4) после %n запросов</numerusform>
            <numerusform>стоимость %1 USD за запрос выше %2 × %3 USD (%4) после %n запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>too few answers to tell a 95th percentile</source>
        <translation>слишком мало ответов для 95-го перцентиля</translation>
    </message>
    <message>
        <source>no request with a known price</source>
        <translation>нет запросов с известной ценой</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %2 of %n requests</source>
        <translation>
            <numerusform>%1: %2 из %n запроса</numerusform>
            <numerusform>%1: %2 из %n запросов</numerusform>
            <numerusform>%1: %2 из %n запросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n requests</source>
        <translation>
            <numerusform>%1 из %n запроса</numerusform>
            <numerusform>%1 из %n запросов</numerusform>
            <numerusform>%1 из %n запросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within its guardrails after %n requests</source>
        <translation>
            <numerusform>в пределах предохранителей после %n запроса</numerusform>
            <numerusform>в пределах предохранителей после %n запросов</numerusform>
            <numerusform>в пределах предохранителей после %n запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>no other version was asked</source>
        <translation>другие версии не запрашивались</translation>
    </message>
    <message>
        <source>no guardrails</source>
        <translation>предохранители не заданы</translation>
    </message>
    <message>
        <source>rolled back by hand</source>
        <translation>откачено вручную</translation>
    </message>
    <message>
        <source>%1 · attempt %2</source>
        <translation>%1 · попытка %2</translation>
    </message>
    <message>
        <source>%1 · answer</source>
        <translation>%1 · ответ</translation>
    </message>
    <message>
        <source>%1 · first token</source>
        <translation>%1 · первый токен</translation>
    </message>
    <message>
        <source>%1 · stream</source>
        <translation>%1 · поток</translation>
    </message>
    <message>
        <source>auth · limits · budget</source>
        <translation>авторизация · лимиты · бюджет</translation>
    </message>
    <message>
        <source>back-off (jitter)</source>
        <translation>пауза (случайная)</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>все запросы</translation>
    </message>
    <message>
        <source>global · day</source>
        <translation>общий · день</translation>
    </message>
    <message>
        <source>The ledger cannot be written: %1. Requests are refused until it can.</source>
        <translation>Не удаётся записать журнал учёта: %1. До устранения запросы отклоняются.</translation>
    </message>
    <message numerus="yes">
        <source>The ledger cannot be written: %1. Requests are served; %n records wait to be written.</source>
        <translation>
            <numerusform>Не удаётся записать журнал учёта: %1. Запросы обслуживаются; %n запись ждёт записи.</numerusform>
            <numerusform>Не удаётся записать журнал учёта: %1. Запросы обслуживаются; %n записи ждут записи.</numerusform>
            <numerusform>Не удаётся записать журнал учёта: %1. Запросы обслуживаются; %n записей ждут записи.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were served and could not be recorded.</source>
        <translation>
            <numerusform>%n запрос обслужен, но не записан.</numerusform>
            <numerusform>%n запроса обслужены, но не записаны.</numerusform>
            <numerusform>%n запросов обслужено, но не записано.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other machines can reach this gateway at %1. Every request needs a client key, whatever the settings say.</source>
        <translation>Этот шлюз доступен другим компьютерам по адресу %1. Каждому запросу нужен клиентский ключ, что бы ни стояло в настройках.</translation>
    </message>
    <message>
        <source>The database is damaged and cannot be made anew: %1</source>
        <translation>База данных повреждена, и создать её заново не удаётся: %1</translation>
    </message>
    <message>
        <source>The database was damaged (%1) and is kept as %2: %3</source>
        <translation>База данных была повреждена (%1) и сохранена как %2: %3</translation>
    </message>
    <message>
        <source>found while it was in use</source>
        <translation>обнаружено во время работы</translation>
    </message>
    <message>
        <source>the configuration is that of its last backup, version %1</source>
        <translation>конфигурация взята из последней резервной копии, версия %1</translation>
    </message>
    <message>
        <source>the configuration was read from the damaged file, version %1</source>
        <translation>конфигурация прочитана из повреждённого файла, версия %1</translation>
    </message>
    <message>
        <source>only a part of the configuration could be read, and there is no backup of it</source>
        <translation>удалось прочитать только часть конфигурации, резервной копии нет</translation>
    </message>
    <message>
        <source>the configuration is lost: nothing of it could be read, and there is no backup of it</source>
        <translation>конфигурация потеряна: прочитать ничего не удалось, резервной копии нет</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were read from it; what the journal holds beyond them is replayed.</source>
        <translation>
            <numerusform>из неё прочитан %n запрос; остальное, что есть в журнале, воспроизводится.</numerusform>
            <numerusform>из неё прочитаны %n запроса; остальное, что есть в журнале, воспроизводится.</numerusform>
            <numerusform>из неё прочитано %n запросов; остальное, что есть в журнале, воспроизводится.</numerusform>
        </translation>
    </message>
    <message>
        <source>a new database cannot be filled: %1</source>
        <translation>новую базу данных не удаётся заполнить: %1</translation>
    </message>
    <message>
        <source>%1 cannot be put in its place</source>
        <translation>%1 не удаётся поставить на её место</translation>
    </message>
    <message>
        <source>cannot make the journal directory %1: %2</source>
        <translation>не удаётся создать каталог журнала %1: %2</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>не удаётся открыть %1: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>не удаётся записать %1: %2</translation>
    </message>
    <message>
        <source>Listens on this machine only, unless told otherwise</source>
        <translation>Слушает только на этом компьютере, если не указано иное</translation>
    </message>
    <message>
        <source>The gateway does not listen.</source>
        <translation>Шлюз не слушает.</translation>
    </message>
    <message>
        <source>Other machines can reach %1; client keys are compulsory.</source>
        <translation>%1 доступен другим компьютерам; клиентские ключи обязательны.</translation>
    </message>
    <message>
        <source>Listens on %1.</source>
        <translation>Слушает на %1.</translation>
    </message>
    <message>
        <source>Answers only for its own names (DNS rebinding)</source>
        <translation>Отвечает только на собственные имена (DNS rebinding)</translation>
    </message>
    <message>
        <source>127.0.0.1, localhost and [::1]; anything else is 421.</source>
        <translation>127.0.0.1, localhost и [::1]; на всё остальное ответ 421.</translation>
    </message>
    <message>
        <source>127.0.0.1, localhost and [::1], %1; anything else is 421.</source>
        <translation>127.0.0.1, localhost и [::1], %1; на всё остальное ответ 421.</translation>
    </message>
    <message>
        <source>Web pages may not call it</source>
        <translation>Веб-страницы не могут его вызывать</translation>
    </message>
    <message>
        <source>No origin is allowed.</source>
        <translation>Ни один источник (origin) не разрешён.</translation>
    </message>
    <message>
        <source>Allowed origins: %1.</source>
        <translation>Разрешённые источники (origin): %1.</translation>
    </message>
    <message>
        <source>Forms, plain text and cross-site requests are refused.</source>
        <translation>Формы, простой текст и межсайтовые запросы отклоняются.</translation>
    </message>
    <message>
        <source>Every caller has a key of its own</source>
        <translation>У каждого клиента свой ключ</translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt</source>
        <translation>
            <numerusform>%n ключ, хранится как bcrypt</numerusform>
            <numerusform>%n ключа, хранятся как bcrypt</numerusform>
            <numerusform>%n ключей, хранятся как bcrypt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt; %1 never expire.</source>
        <translation>
            <numerusform>%n ключ, хранится как bcrypt; бессрочных: %1.</numerusform>
            <numerusform>%n ключа, хранятся как bcrypt; бессрочных: %1.</numerusform>
            <numerusform>%n ключей, хранятся как bcrypt; бессрочных: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 never expire.</source>
        <translation>бессрочных: %1.</translation>
    </message>
    <message>
        <source>settings.auth is optional_on_loopback, which does not apply at this address.</source>
        <translation>settings.auth равно optional_on_loopback, но для этого адреса это не действует.</translation>
    </message>
    <message>
        <source>settings.auth is optional_on_loopback: every program of every user here is let in.</source>
        <translation>settings.auth равно optional_on_loopback: сюда пускают любую программу любого пользователя.</translation>
    </message>
    <message>
        <source>%1 can be read or changed by others.</source>
        <translation>%1 могут читать или изменять другие.</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 принадлежит другому пользователю.</translation>
    </message>
    <message>
        <source>Provider keys are sealed and its files are private</source>
        <translation>Ключи провайдеров запечатаны, а файлы шлюза закрыты от других</translation>
    </message>
    <message>
        <source>The master key is in: %1.</source>
        <translation>Главный ключ находится в: %1.</translation>
    </message>
    <message>
        <source>No request chooses where it is sent</source>
        <translation>Ни один запрос не выбирает, куда он уйдёт</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n configured providers are called, whatever a body or header names.</source>
        <translation>
            <numerusform>Вызывается только %n настроенный провайдер, что бы ни стояло в теле или заголовке.</numerusform>
            <numerusform>Вызываются только %n настроенных провайдера, что бы ни стояло в теле или заголовке.</numerusform>
            <numerusform>Вызываются только %n настроенных провайдеров, что бы ни стояло в теле или заголовке.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be made to fetch for others</source>
        <translation>Его нельзя заставить загружать что-то для других</translation>
    </message>
    <message>
        <source>No redirect is followed and no URL inside a request is fetched.</source>
        <translation>Перенаправления не выполняются, URL из запросов не загружаются.</translation>
    </message>
    <message>
        <source>settings.webhook_allow_private allows webhooks into private networks.</source>
        <translation>settings.webhook_allow_private разрешает веб-хуки в частные сети.</translation>
    </message>
    <message>
        <source>Webhooks are signed and go only where they may</source>
        <translation>Веб-хуки подписаны и идут только туда, куда можно</translation>
    </message>
    <message>
        <source>The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud metadata addresses are refused always, redirects are not followed, no proxy is used. HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are kept sealed.</source>
        <translation>Адрес проверяется в момент соединения, поэтому никакое имя не уведёт в другое место; адреса link-local и метаданных облака всегда отклоняются, перенаправления не выполняются, прокси не используется. HMAC-SHA256 точных байтов, с идентификатором и временем против повторов; секреты хранятся запечатанными.</translation>
    </message>
    <message>
        <source>The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud metadata addresses are refused always, redirects are not followed, no proxy is used.</source>
        <translation>Адрес проверяется в момент соединения, поэтому никакое имя не уведёт в другое место; адреса link-local и метаданных облака всегда отклоняются, перенаправления не выполняются, прокси не используется.</translation>
    </message>
    <message>
        <source>HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are kept sealed.</source>
        <translation>HMAC-SHA256 точных байтов, с идентификатором и временем против повторов; секреты хранятся запечатанными.</translation>
    </message>
    <message>
        <source>Loopback and private networks are allowed by settings.webhook_allow_private.</source>
        <translation>Loopback и частные сети разрешены через settings.webhook_allow_private.</translation>
    </message>
    <message>
        <source>Loopback and private networks are refused.</source>
        <translation>Loopback и частные сети отклоняются.</translation>
    </message>
    <message>
        <source>Tasks run as the key that handed them in</source>
        <translation>Задачи выполняются от имени ключа, который их сдал</translation>
    </message>
    <message>
        <source>Only the key&apos;s id is kept: what it may and has left is looked at when the task runs.</source>
        <translation>Хранится только идентификатор ключа: что ему можно и сколько осталось, проверяется при выполнении задачи.</translation>
    </message>
    <message>
        <source>Results are its project&apos;s alone, go after %1 h and are bounded by %2 MiB for a project, %3 MiB in all.</source>
        <translation>Результаты принадлежат только его проекту, исчезают через %1 ч и ограничены %2 МиБ на проект, %3 МиБ всего.</translation>
    </message>
    <message>
        <source>Sizes, times and connections are bounded</source>
        <translation>Размеры, время и соединения ограничены</translation>
    </message>
    <message>
        <source>%1 KiB of head, %2 MiB of body, no compressed bodies, %3 s for a head, %4 s between pieces of a body, %5 connections.</source>
        <translation>%1 КиБ заголовка, %2 МиБ тела, без сжатых тел, %3 с на заголовок, %4 с между частями тела, соединений: %5.</translation>
    </message>
    <message>
        <source>The admin API takes its own token and no cookie</source>
        <translation>API администратора принимает свой токен и никаких cookie</translation>
    </message>
    <message>
        <source>A bearer token; client keys are refused there, and it is refused elsewhere.</source>
        <translation>Токен bearer; клиентские ключи там отклоняются, а он — в других местах.</translation>
    </message>
    <message>
        <source>TOLLGATE_ADMIN_TOKEN is shorter than 16 characters.</source>
        <translation>TOLLGATE_ADMIN_TOKEN короче 16 символов.</translation>
    </message>
    <message>
        <source>Ambiguous requests are refused, callers&apos; credentials go nowhere</source>
        <translation>Неоднозначные запросы отклоняются, учётные данные клиентов никуда не уходят</translation>
    </message>
    <message>
        <source>Both lengths, folded fields and doubled hosts are refused; of the caller&apos;s headers providers get only those on a list.</source>
        <translation>Двойные длины, свёрнутые поля и повторные host отклоняются; из заголовков клиента провайдеры получают только те, что в списке.</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept</source>
        <translation>Промпты и ответы не хранятся</translation>
    </message>
    <message>
        <source>capture_bodies is off.</source>
        <translation>capture_bodies выключено.</translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is all; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies равно all; тела хранятся %n день.</numerusform>
            <numerusform>capture_bodies равно all; тела хранятся %n дня.</numerusform>
            <numerusform>capture_bodies равно all; тела хранятся %n дней.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is errors; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies равно errors; тела хранятся %n день.</numerusform>
            <numerusform>capture_bodies равно errors; тела хранятся %n дня.</numerusform>
            <numerusform>capture_bodies равно errors; тела хранятся %n дней.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing a caller sends is run</source>
        <translation>Ничто из присланного клиентом не исполняется</translation>
    </message>
    <message>
        <source>Every value reaches SQL as a bound parameter; there are no plug-ins and no scripts.</source>
        <translation>Каждое значение попадает в SQL как параметр; нет ни плагинов, ни скриптов.</translation>
    </message>
    <message>
        <source>Connections to providers are verified</source>
        <translation>Соединения с провайдерами проверяются</translation>
    </message>
    <message>
        <source>Certificates and names are always checked.</source>
        <translation>Сертификаты и имена проверяются всегда.</translation>
    </message>
    <message>
        <source>Provider %1 is called without TLS.</source>
        <translation>Провайдер %1 вызывается без TLS.</translation>
    </message>
    <message>
        <source>%1 has its own authorities in %2.</source>
        <translation>У %1 свои центры сертификации в %2.</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>Этот файл нельзя прочитать.</translation>
    </message>
    <message>
        <source>A proxy is used, from %1.</source>
        <translation>Используется прокси из %1.</translation>
    </message>
    <message>
        <source>Nobody else uses this data directory</source>
        <translation>Этот каталог данных больше никто не использует</translation>
    </message>
    <message>
        <source>Locked by this process.</source>
        <translation>Заблокирован этим процессом.</translation>
    </message>
    <message>
        <source>The data directory is not locked by this process.</source>
        <translation>Каталог данных не заблокирован этим процессом.</translation>
    </message>
    <message>
        <source>provider credentials are sealed with a key in the file %1 (%2); whoever can read both that file and the database can read the credentials</source>
        <translation>учётные данные провайдеров запечатаны ключом из файла %1 (%2); кто может читать этот файл и базу данных, прочтёт и учётные данные</translation>
    </message>
    <message>
        <source>the master key comes from TOLLGATE_MASTER_KEY</source>
        <translation>главный ключ взят из TOLLGATE_MASTER_KEY</translation>
    </message>
    <message>
        <source>it was there already</source>
        <translation>он там уже был</translation>
    </message>
    <message>
        <source>the master key is in the desktop&apos;s keychain, and there is no session bus to reach it by</source>
        <translation>главный ключ в связке ключей рабочего стола, а сеансовой шины для доступа к ней нет</translation>
    </message>
    <message>
        <source>there is no session bus, so no keychain</source>
        <translation>нет сеансовой шины, а значит, и связки ключей</translation>
    </message>
    <message>
        <source>the keychain did not answer in time</source>
        <translation>связка ключей не ответила вовремя</translation>
    </message>
    <message>
        <source>the keychain&apos;s entry %1: %2</source>
        <translation>запись связки ключей %1: %2</translation>
    </message>
    <message>
        <source>the master key is in the desktop&apos;s keychain, but: %1</source>
        <translation>главный ключ в связке ключей рабочего стола, но: %1</translation>
    </message>
    <message>
        <source>its entry is gone</source>
        <translation>его запись исчезла</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>связка ключей не отвечает</translation>
    </message>
    <message>
        <source>a master key is 64 hex digits or the base64 of 32 bytes</source>
        <translation>главный ключ — это 64 шестнадцатеричные цифры или base64 от 32 байт</translation>
    </message>
    <message>
        <source>cannot be created</source>
        <translation>нельзя создать</translation>
    </message>
    <message>
        <source>%1 cannot be created</source>
        <translation>%1 нельзя создать</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>нельзя записать</translation>
    </message>
    <message>
        <source>cannot be synced</source>
        <translation>нельзя синхронизировать с диском</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>нельзя открыть</translation>
    </message>
    <message>
        <source>cannot be examined</source>
        <translation>нельзя исследовать</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>нельзя прочитать</translation>
    </message>
    <message>
        <source>is a symbolic link; the master key must be a file of its own</source>
        <translation>это символическая ссылка; главный ключ должен быть отдельным файлом</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>не обычный файл</translation>
    </message>
    <message>
        <source>belongs to another user</source>
        <translation>принадлежит другому пользователю</translation>
    </message>
    <message>
        <source>is open to others and its mode cannot be set to 0600</source>
        <translation>открыт другим, и режим 0600 установить нельзя</translation>
    </message>
    <message>
        <source>%1: was open to other users; its mode is 0600 now. Consider the credentials sealed with it as known to whoever could read it</source>
        <translation>%1: был открыт другим пользователям; теперь его режим 0600. Считайте запечатанные им учётные данные известными всем, кто мог его прочитать</translation>
    </message>
    <message>
        <source>not a sealed secret of a known version</source>
        <translation>это не запечатанный секрет известной версии</translation>
    </message>
    <message>
        <source>sealed with another master key, for another owner, or damaged</source>
        <translation>запечатан другим главным ключом, для другого владельца или повреждён</translation>
    </message>
    <message>
        <source>the headers of otlp_endpoint cannot be used: %1</source>
        <translation>заголовки otlp_endpoint использовать нельзя: %1</translation>
    </message>
    <message>
        <source>the credentials of provider %1 cannot be used: %2</source>
        <translation>учётные данные провайдера %1 использовать нельзя: %2</translation>
    </message>
    <message>
        <source>no master key</source>
        <translation>нет главного ключа</translation>
    </message>
    <message>
        <source>the stored %1 %2: %3</source>
        <translation>сохранённый объект: %1 %2: %3</translation>
    </message>
    <message>
        <source>the stored %1 %2 cannot be read</source>
        <translation>не удаётся прочитать сохранённый объект: %1 %2</translation>
    </message>
    <message>
        <source>%1 rejected %2: %3</source>
        <translation>%1 отклонил %2: %3</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 ответил %2</translation>
    </message>
    <message>
        <source>%1 answered %2, a redirect, which is not followed</source>
        <translation>%1 ответил %2 — перенаправление, которое не выполняется</translation>
    </message>
    <message>
        <source>the gateway is stopping</source>
        <translation>шлюз останавливается</translation>
    </message>
    <message>
        <source>the database has no config_version</source>
        <translation>в базе данных нет config_version</translation>
    </message>
    <message>
        <source>the new database cannot be read</source>
        <translation>новую базу данных не удаётся прочитать</translation>
    </message>
    <message>
        <source>%1 cannot be moved aside: %2</source>
        <translation>%1 не удаётся отодвинуть: %2</translation>
    </message>
    <message>
        <source>the database was written by a newer version of Tollgate (migration %1)</source>
        <translation>база данных записана более новой версией Tollgate (миграция %1)</translation>
    </message>
    <message>
        <source>cannot keep replies: %1</source>
        <translation>не удаётся хранить ответы: %1</translation>
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
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>ветка</translation>
    </message>
    <message>
        <source>prompt version</source>
        <translation>версия промпта</translation>
    </message>
    <message>
        <source>status</source>
        <translation>статус</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>исход</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>задержка</translation>
    </message>
    <message>
        <source>time to first token</source>
        <translation>время до первого токена</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>стоимость</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>note</source>
        <translation>пометка</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>трасса</translation>
    </message>
    <message>
        <source>route</source>
        <translation>путь</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>поток</translation>
    </message>
    <message>
        <source>time</source>
        <translation>время</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>set</source>
        <translation>задано</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>простая</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средняя</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>сложная</translation>
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
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>по доле</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>отключён</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>замкнут</translation>
    </message>
    <message>
        <source>open</source>
        <translation>разомкнут</translation>
    </message>
    <message>
        <source>half_open</source>
        <translation>полуразомкнут</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>таймаут</translation>
    </message>
    <message>
        <source>connect_failed</source>
        <translation>нет соединения</translation>
    </message>
    <message>
        <source>tls_failed</source>
        <translation>ошибка TLS</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>остановка</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>сброс</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>обрыв</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>неверный формат</translation>
    </message>
    <message>
        <source>too_large</source>
        <translation>слишком большое</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>http_400</source>
        <translation>HTTP 400</translation>
    </message>
    <message>
        <source>http_401</source>
        <translation>HTTP 401</translation>
    </message>
    <message>
        <source>http_403</source>
        <translation>HTTP 403</translation>
    </message>
    <message>
        <source>http_404</source>
        <translation>HTTP 404</translation>
    </message>
    <message>
        <source>http_408</source>
        <translation>HTTP 408</translation>
    </message>
    <message>
        <source>http_409</source>
        <translation>HTTP 409</translation>
    </message>
    <message>
        <source>http_413</source>
        <translation>HTTP 413</translation>
    </message>
    <message>
        <source>http_422</source>
        <translation>HTTP 422</translation>
    </message>
    <message>
        <source>http_429</source>
        <translation>HTTP 429</translation>
    </message>
    <message>
        <source>http_500</source>
        <translation>HTTP 500</translation>
    </message>
    <message>
        <source>http_502</source>
        <translation>HTTP 502</translation>
    </message>
    <message>
        <source>http_503</source>
        <translation>HTTP 503</translation>
    </message>
    <message>
        <source>http_504</source>
        <translation>HTTP 504</translation>
    </message>
    <message>
        <source>http_529</source>
        <translation>HTTP 529</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>опущено</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>ограничено</translation>
    </message>
    <message>
        <source>synthesised</source>
        <translation>дополнено</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>передано</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>связка ключей</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>окружение</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>память</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>встроенная</translation>
    </message>
    <message>
        <source>input</source>
        <translation>ввод</translation>
    </message>
    <message>
        <source>cache read</source>
        <translation>чтение из кэша</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>запись в кэш</translation>
    </message>
    <message>
        <source>cache write 1h</source>
        <translation>запись в кэш на 1 ч</translation>
    </message>
    <message>
        <source>audio input</source>
        <translation>звук на входе</translation>
    </message>
    <message>
        <source>audio cache read</source>
        <translation>звук из кэша</translation>
    </message>
    <message>
        <source>output</source>
        <translation>вывод</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>рассуждение</translation>
    </message>
    <message>
        <source>audio output</source>
        <translation>звук на выходе</translation>
    </message>
    <message>
        <source>image output</source>
        <translation>изображения на выходе</translation>
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
        <source>a model that reasons</source>
        <translation>рассуждающая модель</translation>
    </message>
    <message>
        <source>a reply that is not stored</source>
        <translation>нехранимый ответ</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: pl, ru</comment>
        <translation>ru</translation>
    </message>
    <message>
        <source>or</source>
        <comment>of values: alice or bob</comment>
        <translation>или</translation>
    </message>
    <message>
        <source>and</source>
        <comment>of terms of a filter</comment>
        <translation>и</translation>
    </message>
    <message>
        <source>%1 is used by alias %2 (targets[%3])</source>
        <translation>%1 используется псевдонимом %2 (targets[%3])</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by alias %2 (targets[%3])</source>
        <translation>не может уйти без %1, который используется псевдонимом %2 (targets[%3])</translation>
    </message>
    <message>
        <source>%1 is used by alias %2 (fallbacks[%3])</source>
        <translation>%1 используется псевдонимом %2 (fallbacks[%3])</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by alias %2 (fallbacks[%3])</source>
        <translation>не может уйти без %1, который используется псевдонимом %2 (fallbacks[%3])</translation>
    </message>
    <message>
        <source>%1 is used by budget %2</source>
        <translation>%1 используется бюджетом %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by budget %2</source>
        <translation>не может уйти без %1, который используется бюджетом %2</translation>
    </message>
    <message>
        <source>%1 is used by flag %2</source>
        <translation>%1 используется флагом %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by flag %2</source>
        <translation>не может уйти без %1, который используется флагом %2</translation>
    </message>
    <message>
        <source>%1 is used by key %2</source>
        <translation>%1 используется ключом %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by key %2</source>
        <translation>не может уйти без %1, который используется ключом %2</translation>
    </message>
    <message>
        <source>nothing is kept of key %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>ключ %1 восстановить не из чего: за последние десять минут его не удаляли или шлюз с тех пор перезапускали</translation>
    </message>
    <message>
        <source>nothing is kept of provider %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>провайдера %1 восстановить не из чего: за последние десять минут его не удаляли или шлюз с тех пор перезапускали</translation>
    </message>
    <message>
        <source>%1: %2 is more than any published price: is it per million?</source>
        <translation>%1: %2 — больше любой опубликованной цены: это точно за миллион?</translation>
    </message>
    <message>
        <source>%1: %2 is less than any published price: is it per token?</source>
        <translation>%1: %2 — меньше любой опубликованной цены: это не за токен?</translation>
    </message>
    <message>
        <source>“%1” at position %2: %3</source>
        <translation>«%1» в позиции %2: %3</translation>
    </message>
    <message>
        <source>cannot group by “%1”; any of: %2</source>
        <translation>нельзя группировать по «%1»; можно по: %2</translation>
    </message>
    <message>
        <source>is one of provider, project, user, model</source>
        <translation>должно быть provider, project, user или model</translation>
    </message>
    <message>
        <source>is one of 15m, 1h, 24h, 7d, 30d</source>
        <translation>должно быть 15m, 1h, 24h, 7d или 30d</translation>
    </message>
    <message>
        <source>is between 1 and 1000</source>
        <translation>должно быть от 1 до 1000</translation>
    </message>
    <message>
        <source>the ledger cannot be read: %1</source>
        <translation>журнал учёта прочитать нельзя: %1</translation>
    </message>
    <message>
        <source>cannot open the ledger: %1</source>
        <translation>не удаётся открыть журнал учёта: %1</translation>
    </message>
    <message>
        <source>cannot read the ledger: %1</source>
        <translation>не удаётся прочитать журнал учёта: %1</translation>
    </message>
    <message>
        <source>the ledger is not running</source>
        <translation>журнал учёта не работает</translation>
    </message>
    <message>
        <source>the database refused it</source>
        <translation>база данных отказала</translation>
    </message>
    <message>
        <source>the ledger goes offline</source>
        <translation>журнал учёта отключается</translation>
    </message>
    <message>
        <source>the database refused a write</source>
        <translation>база данных отказала в записи</translation>
    </message>
    <message>
        <source>%1 is no backup of a configuration</source>
        <translation>%1 — не резервная копия конфигурации</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>файл базы данных повреждён</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>файл не является базой данных</translation>
    </message>
    <message>
        <source>the system has no random numbers</source>
        <translation>в системе нет случайных чисел</translation>
    </message>
    <message>
        <source>all its keys rest for %1 s</source>
        <translation>все его ключи отдыхают %1 с</translation>
    </message>
    <message>
        <source>its quota is used up for %1 s</source>
        <translation>его лимит исчерпан на %1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>skipped: budget %1 of provider %2 is used up</source>
        <translation>пропущен: бюджет %1 провайдера %2 исчерпан</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>прайс-лист</translation>
    </message>
    <message>
        <source>litellm</source>
        <translation>litellm</translation>
    </message>
    <message>
        <source>in the last second</source>
        <translation>последняя секунда</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n seconds</source>
        <translation>
            <numerusform>последняя %n секунда</numerusform>
            <numerusform>последние %n секунды</numerusform>
            <numerusform>последние %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a second ago</source>
        <translation>более секунды назад</translation>
    </message>
    <message numerus="yes">
        <source>more than %n seconds ago</source>
        <translation>
            <numerusform>более %n секунды назад</numerusform>
            <numerusform>более %n секунд назад</numerusform>
            <numerusform>более %n секунд назад</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a second ago</source>
        <translation>ровно секунду назад</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n seconds ago</source>
        <translation>
            <numerusform>ровно %n секунду назад</numerusform>
            <numerusform>ровно %n секунды назад</numerusform>
            <numerusform>ровно %n секунд назад</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last minute</source>
        <translation>последняя минута</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n minutes</source>
        <translation>
            <numerusform>последняя %n минута</numerusform>
            <numerusform>последние %n минуты</numerusform>
            <numerusform>последние %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a minute ago</source>
        <translation>более минуты назад</translation>
    </message>
    <message numerus="yes">
        <source>more than %n minutes ago</source>
        <translation>
            <numerusform>более %n минуты назад</numerusform>
            <numerusform>более %n минут назад</numerusform>
            <numerusform>более %n минут назад</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a minute ago</source>
        <translation>ровно минуту назад</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n minutes ago</source>
        <translation>
            <numerusform>ровно %n минуту назад</numerusform>
            <numerusform>ровно %n минуты назад</numerusform>
            <numerusform>ровно %n минут назад</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last hour</source>
        <translation>последний час</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n hours</source>
        <translation>
            <numerusform>последний %n час</numerusform>
            <numerusform>последние %n часа</numerusform>
            <numerusform>последние %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>more than an hour ago</source>
        <translation>более часа назад</translation>
    </message>
    <message numerus="yes">
        <source>more than %n hours ago</source>
        <translation>
            <numerusform>более %n часа назад</numerusform>
            <numerusform>более %n часов назад</numerusform>
            <numerusform>более %n часов назад</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly an hour ago</source>
        <translation>ровно час назад</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n hours ago</source>
        <translation>
            <numerusform>ровно %n час назад</numerusform>
            <numerusform>ровно %n часа назад</numerusform>
            <numerusform>ровно %n часов назад</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last day</source>
        <translation>последний день</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n days</source>
        <translation>
            <numerusform>последний %n день</numerusform>
            <numerusform>последние %n дня</numerusform>
            <numerusform>последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a day ago</source>
        <translation>более дня назад</translation>
    </message>
    <message numerus="yes">
        <source>more than %n days ago</source>
        <translation>
            <numerusform>более %n дня назад</numerusform>
            <numerusform>более %n дней назад</numerusform>
            <numerusform>более %n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a day ago</source>
        <translation>ровно день назад</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n days ago</source>
        <translation>
            <numerusform>ровно %n день назад</numerusform>
            <numerusform>ровно %n дня назад</numerusform>
            <numerusform>ровно %n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>variables %1 is missing</source>
        <translation>variables: отсутствует %1</translation>
    </message>
    <message>
        <source>variables %1 are missing</source>
        <translation>variables: отсутствуют %1</translation>
    </message>
    <message>
        <source>variables %1 and %2 are missing</source>
        <translation>variables: отсутствуют %1 и %2</translation>
    </message>
    <message>
        <source>variables %1 is in no template</source>
        <translation>variables: %1 нет ни в одном шаблоне</translation>
    </message>
    <message>
        <source>variables %1 and %2 are in no template</source>
        <translation>variables: %1 и %2 нет ни в одном шаблоне</translation>
    </message>
    <message>
        <source>variables %1 must be a text, not a list or an object</source>
        <translation>variables: %1 должно быть текстом, а не списком или объектом</translation>
    </message>
    <message>
        <source>tier simple</source>
        <translation>уровень простой</translation>
    </message>
    <message>
        <source>local, tier simple</source>
        <translation>локальная, уровень простой</translation>
    </message>
    <message>
        <source>tier medium</source>
        <translation>уровень средний</translation>
    </message>
    <message>
        <source>local, tier medium</source>
        <translation>локальная, уровень средний</translation>
    </message>
    <message>
        <source>tier complex</source>
        <translation>уровень сложный</translation>
    </message>
    <message>
        <source>local, tier complex</source>
        <translation>локальная, уровень сложный</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of project %1.</source>
        <translation>Достигнут лимит проекта %1: запросы в минуту.</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of key %1.</source>
        <translation>Достигнут лимит ключа %1: запросы в минуту.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of project %1.</source>
        <translation>Достигнут лимит проекта %1: токены в минуту.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of key %1.</source>
        <translation>Достигнут лимит ключа %1: токены в минуту.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of project %1.</source>
        <translation>Достигнут лимит проекта %1: одновременные запросы.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of key %1.</source>
        <translation>Достигнут лимит ключа %1: одновременные запросы.</translation>
    </message>
    <message>
        <source>Allowed origins: %1. Forms, plain text and cross-site requests are refused.</source>
        <translation>Разрешённые источники (origin): %1. Формы, простой текст и межсайтовые запросы отклоняются.</translation>
    </message>
    <message>
        <source>%1 %2 was changed since: nothing was taken back</source>
        <translation>%1 %2: с тех пор изменено; ничего не отменено</translation>
    </message>
    <message>
        <source>%1 %2 cannot go: it is used by %3</source>
        <translation>%1 %2: нельзя удалить, это использует %3</translation>
    </message>
    <message>
        <source>%1 %2 cannot come back: %3 %4</source>
        <translation>%1 %2: нельзя вернуть: %3 %4</translation>
    </message>
    <message>
        <source>nothing is kept of the write that made version %1: it was longer ago than ten minutes, was taken back already, or the gateway has been restarted since</source>
        <translation>ничего не сохранилось от записи, создавшей версию %1: она была больше десяти минут назад, уже отменена или шлюз с тех пор перезапускали</translation>
    </message>
    <message>
        <source>must have at most 64 characters</source>
        <translation>должно быть не длиннее 64 символов</translation>
    </message>
    <message>
        <source>has too much beside it</source>
        <translation>слишком много других рядом</translation>
    </message>
    <message>
        <source>work of that id runs already</source>
        <translation>работа с этим идентификатором уже идёт</translation>
    </message>
    <message>
        <source>nothing of that id runs</source>
        <translation>ничего с этим идентификатором не идёт</translation>
    </message>
    <message>
        <source>stopped: no price was changed</source>
        <translation>прервано: ни одна цена не изменена</translation>
    </message>
    <message>
        <source>stopped: nothing was changed</source>
        <translation>прервано: ничего не изменено</translation>
    </message>
    <message>
        <source>the configuration changes all the time: try again</source>
        <translation>конфигурация всё время меняется: попробуйте ещё раз</translation>
    </message>
    <message>
        <source>stopped: %1 requests have their new price already, the others keep the old one</source>
        <translation>прервано: запросов с новой ценой: %1, остальные сохраняют прежнюю</translation>
    </message>
    <message>
        <source>nothing can be removed while the gateway is stopped</source>
        <translation>ничего нельзя удалить, пока шлюз остановлен</translation>
    </message>
    <message>
        <source>retention was applied in part only: %1</source>
        <translation>устаревшее удалено лишь частично: %1</translation>
    </message>
    <message>
        <source>stopped: %1 requests have been removed already</source>
        <translation>прервано: уже удалено запросов: %1</translation>
    </message>
    <message>
        <source>stopped before the provider answered</source>
        <translation>прервано до ответа провайдера</translation>
    </message>
    <message>
        <source>stopped; nothing of it was done</source>
        <translation>прервано; ничего из этого не сделано</translation>
    </message>
    <message>
        <source>stopped before it was open</source>
        <translation>прервано до открытия</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>прервано</translation>
    </message>
    <message>
        <source>%1 · client left</source>
        <translation>%1 · клиент ушёл</translation>
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
    <message numerus="yes">
        <source>edit of %n models</source>
        <translation>
            <numerusform>изменение %n модели</numerusform>
            <numerusform>изменение %n моделей</numerusform>
            <numerusform>изменение %n моделей</numerusform>
        </translation>
    </message>
    <message>
        <source>import of a cost map</source>
        <translation>импорт карты цен</translation>
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
    <message>
        <source>earlier messages</source>
        <translation>прежние сообщения</translation>
    </message>
    <message>
        <source>images</source>
        <translation>изображения</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>инструменты</translation>
    </message>
    <message>
        <source>other parameters</source>
        <translation>прочие параметры</translation>
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
            <numerusform>%n в резерве</numerusform>
            <numerusform>%n в резерве</numerusform>
            <numerusform>%n в резерве</numerusform>
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
    <message>
        <source>Show fewer</source>
        <translation>Показать меньше</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
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
    <message>
        <source>restore %1 %2</source>
        <translation>восстановление: %1 %2</translation>
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
    <message>
        <source>Working out what would change</source>
        <translation>Определяется, что изменится</translation>
    </message>
    <message numerus="yes">
        <source>%n resources would be deleted. Restore all the same?</source>
        <translation>
            <numerusform>Будет удалён %n ресурс. Всё равно восстановить?</numerusform>
            <numerusform>Будут удалены %n ресурса. Всё равно восстановить?</numerusform>
            <numerusform>Будет удалено %n ресурсов. Всё равно восстановить?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Оставить всё</translation>
    </message>
    <message>
        <source>restore of the configuration</source>
        <translation>восстановление конфигурации</translation>
    </message>
    <message>
        <source>Undo restore</source>
        <translation>Отменить восстановление</translation>
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
        <translation>Исходник</translation>
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
    <message>
        <source>share of flag %1</source>
        <translation>доля флага %1</translation>
    </message>
    <message>
        <source>roll back flag %1</source>
        <translation>откат флага %1</translation>
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
    <message>
        <source>Copied as an image</source>
        <translation>Скопировано как изображение</translation>
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
    <message>
        <source>Key %1 is made. Its secret can be copied now, and never again.</source>
        <translation>Ключ %1 создан. Его секрет можно скопировать сейчас и больше никогда.</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Скопировать секрет</translation>
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
    <message>
        <source>Working out what would change</source>
        <translation>Определяется, что изменится</translation>
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
    <message>
        <source>With a key in it, only you will be able to read it.</source>
        <translation>С ключом внутри его сможете читать только вы.</translation>
    </message>
    <message>
        <source>With a key in it, only you can read the file now.</source>
        <translation>Раз в нём ключ, файл теперь можете читать только вы.</translation>
    </message>
    <message>
        <source>Choose a model to write the file.</source>
        <translation>Выберите модель, чтобы записать файл.</translation>
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
    <message>
        <source>new secret of key %1</source>
        <translation>новый секрет ключа %1</translation>
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
    <name>tollgate::ui::LocalLink</name>
    <message>
        <source>Checking the database…</source>
        <translation>Проверка базы данных…</translation>
    </message>
    <message>
        <source>The database is damaged. What can still be read is taken out: %1 rows so far.</source>
        <translation>База данных повреждена. Извлекается то, что ещё можно прочитать: пока строк: %1.</translation>
    </message>
    <message>
        <source>The database is brought up to date: step %1 of %2.</source>
        <translation>База данных обновляется: шаг %1 из %2.</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>Открывается база данных…</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Чтение журнала…</translation>
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
    <message>
        <source>Undo the latest change</source>
        <translation>Отменить последнее изменение</translation>
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
        <translation>нет</translation>
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
    <message>
        <source>Left out: %1.</source>
        <translation>Опущено: %1.</translation>
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
    <message>
        <source>/s</source>
        <translation>/с</translation>
    </message>
    <message>
        <source>/ h</source>
        <translation>/ ч</translation>
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
    <message>
        <source>roll back flag %1</source>
        <translation>откат флага %1</translation>
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
        <translation>Текст</translation>
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
    <message>
        <source>Stop the test</source>
        <translation>Прервать проверку</translation>
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
    <message>
        <source>stopped</source>
        <translation>прервано</translation>
    </message>
    <message>
        <source>p95 latency, lately</source>
        <translation>задержка p95, недавно</translation>
    </message>
    <message>
        <source>error rate, lately</source>
        <translation>доля ошибок, недавно</translation>
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
    <message>
        <source>Stop the test</source>
        <translation>Прервать проверку</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>прервано</translation>
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
    <message>
        <source>%1 errors lately</source>
        <translation>ошибки недавно: %1</translation>
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
        <translation>Для чтения</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
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
    <name>tollgate::ui::ResourceEditor</name>
    <message>
        <source>change %1</source>
        <translation>изменение: %1</translation>
    </message>
    <message>
        <source>switch on %1</source>
        <translation>включение: %1</translation>
    </message>
    <message>
        <source>switch off %1</source>
        <translation>выключение: %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>удаление: %1</translation>
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
        <source>Created %1 %2.</source>
        <translation>Создан %1 %2.</translation>
    </message>
    <message>
        <source>Saved %1 %2.</source>
        <translation>Сохранён %1 %2.</translation>
    </message>
    <message>
        <source>Deleted %1 %2.</source>
        <translation>Удалён %1 %2.</translation>
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
    <name>tollgate::ui::RetentionRun</name>
    <message>
        <source>Remove now what is too old…</source>
        <translation>Удалить сейчас то, что устарело…</translation>
    </message>
    <message>
        <source>Else it goes bit by bit, once a minute. Sums stay.</source>
        <translation>Иначе удаляется понемногу, раз в минуту. Суммы остаются.</translation>
    </message>
    <message>
        <source>Removing requests</source>
        <translation>Удаление запросов</translation>
    </message>
    <message>
        <source>Remove now every request that is older than the settings that are saved allow? Sums stay; the requests cannot be brought back.</source>
        <translation>Удалить сейчас все запросы, которые старше, чем допускают сохранённые настройки? Суммы остаются; запросы нельзя вернуть.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Nothing was too old.</source>
        <translation>Ничего устаревшего не было.</translation>
    </message>
    <message>
        <source>Removed: %1 requests, %2 of the database are free again.</source>
        <translation>Удалено запросов: %1; в базе данных освободилось %2.</translation>
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
    <message>
        <source>A version holds system text, message, temperature, limit and model. Not saved: %1.</source>
        <translation>Версия содержит системный текст, сообщение, температуру, лимит и модель. Не сохраняются: %1.</translation>
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
        <source>Saved the settings.</source>
        <translation>Настройки сохранены.</translation>
    </message>
    <message>
        <source>Provider keys are kept in: %1</source>
        <translation>Ключи провайдеров хранятся здесь: %1</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc discard</source>
        <translation>Ctrl+S — сохранить · Esc — сбросить</translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation>изменение настроек</translation>
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
    <name>tollgate::ui::StartBanner</name>
    <message>
        <source>Stop and close</source>
        <translation>Прервать и закрыть</translation>
    </message>
    <message>
        <source>How far the start is</source>
        <translation>Ход запуска</translation>
    </message>
    <message>
        <source>Nothing is left half done: the next start begins again</source>
        <translation>Ничего не остаётся сделанным наполовину: следующий запуск начнёт заново</translation>
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
    <message>
        <source>Connecting to %1</source>
        <translation>Подключение к %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Нет связи с %1</translation>
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
    <message>
        <source>Connect an app</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>This filter cannot be read</source>
        <translation>Этот фильтр не удаётся прочитать</translation>
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
    <message>
        <source>In a body&apos;s tree: copy the value</source>
        <translation>В дереве тела: скопировать значение</translation>
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
    <name>tollgate::ui::UndoStack</name>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>этого больше нет</translation>
    </message>
    <message>
        <source>somebody changed it since, and that stays</source>
        <translation>с тех пор это кто-то изменил, и это остаётся</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Отменено: %1.</translation>
    </message>
    <message>
        <source>Undone: %1. Before it: %2.</source>
        <translation>Отменено: %1. Предыдущее изменение: %2.</translation>
    </message>
    <message>
        <source>Not undone: %1 – %2</source>
        <translation>Не отменено: %1 – %2</translation>
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
        <translation>дата</translation>
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
        <translation>основная</translation>
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
    <name>tollgate::ui::WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Прервать: %1</translation>
    </message>
    <message>
        <source>%1: stopping…</source>
        <translation>%1: прерывается…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 из %3</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
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
        <translation>кто</translation>
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
        <translation>цена</translation>
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
    <name>tollgate::ui::dayText</name>
    <message>
        <source>MMM d</source>
        <comment>QLocale&apos;s letters, in this language&apos;s order</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <comment>QLocale&apos;s letters, in this language&apos;s order</comment>
        <translation>ddd, d MMM</translation>
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
        <translation>внимание</translation>
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
