"""Asking for fewer texts."""

from flows.engine.intents import FILLING, Table, Ways

FEWER = Table(
    words={
        "FILL": FILLING,
        "LESS": "less fewer fewr menos moins moin menas lesser",
        "MUCH": "too 2 so many much demasiados demasiado demasiadas demaciados muchos mucho muxos"
        " mucha tantos tanto trop tro tant beaucoup autant muita muitas muito mto mta tanta"
        " tantas mts way son es muchas demais far",
        "HEAPS": "lot lots loads tan muchisimos muchisimo plein tellement constantly many much"
        " demasiados demasiado demasiadas demaciados muchos mucho muxos tantos tanto trop tro"
        " tant beaucoup autant muita muitas muito mto tanta tantas mts muchas mta",
        "DEMAIS": "demais demasiado demasiados",
        "OF": "a mes tes vos seus suas meus my your of de d the these los esos le les as os tus"
        " texting",
        "MESSAGE": "notifs notif avisos aviso alertas alerts notificaciones notificacoes"
        " notification texting mails emails text texts txt txts message messages msg msgs mesage"
        " mesages mensaje mensajes mensages msj msjs texto textos sms mensagem mensagens"
        " menssagem reminder reminders recordatorio recordatorios rappel rappels lembrete"
        " lembretes notifications",
        "NOT": "not dont no pas nao n ne need this",
        "WRITE": "manden manda mandes mandar envien enviar envie envoyer ecrivez texting"
        " messaging sending escribir receive recibe recois receber get got llenan text txt"
        " message msg write send escribirme escriben escriban escribas mandan mandas mandame"
        " mandenme mandarme ecrire ecris envoie envoyez escrever escreve escrevem mandam mande"
        " recebo recibo escribirme contacting bothering contactar"
        " escreva escrevam escrevas",
        "ME": "me us moi m",
        "OFTEN": "often frequently seguido souvent frequencia frequente frecuencia",
        "ONE": "one 1 once un uno una une um uma 2 two dos deux duas",
        "TIME": "text message msg mensaje mensagem sms vez fois time",
        "PER": "a la per por par each cada chaque every week",
        "WEEK": "week wk semana semaine",
        "ONLY": "con avec com only just solo solamente so seulement apenas",
        "ENOUGH": "basta otimo suficiente suffisant fine good plenty enough is ok nada mas suffit"
        " ca ta bom please",
        "SLOW": "slow",
        "DOWN": "down",
        "EVERY": "all every tout tous toutes todo todos todas toda o el le les los the",
        "DAY": "time day days hour hours minute temps jours jour heures tiempo dia dias hora horas"
        " tempo rato week semana",
        "ALWAYS": "everyday daily constantly nonstop twice",
        "FRIEND": "friend friends amigos amigas amigo amis amies ex mum mom dad boyfriend"
        " girlfriend novio novia class clase cours aula he she they",
        "STOPV": "stop parar arretez arrete arreter stopper pare parem paren quit dejen deja deje"
        " dejar para",
        "REDUCE": "reduce reducir reduzcan bajenle bajale bajar diminui diminuir diminuer reduire"
        " reduisez reduzir limit cut",
        "LESSOFTEN": "frequent frecuente frequente seguido souvent often frequencia frequence"
        " frecuencia",
    },
    ways=(
        Ways(
            "fewer",
            sure=(
                "REDUCE OF* MESSAGE",
                "STOPV (OF | ME)* WRITE (ME | MUCH)* (HEAPS | OFTEN)",
                "STOPV (OF | ME)* WRITE (ME | OF | MESSAGE)* (EVERY+ | PER) DAY",
                "STOPV (OF | ME)* WRITE (ME | OF | MESSAGE)* ALWAYS",
                "NOT (ME | OF | FILL)* WRITE (ME | MUCH | FILL)* (EVERY+ DAY | OFTEN | ALWAYS)",
                "WRITE ME? NOT MUCH* (HEAPS | OFTEN | EVERY+ DAY)",
                "(NOT | MUCH) (MUCH | FILL)* LESSOFTEN",
                "LESS LESSOFTEN",
                "LESS OF* MESSAGE",
                "MUCH* HEAPS OF* MESSAGE",
                "MESSAGE (OF | DEMAIS)* DEMAIS",
                "WRITE ME? LESS",
                "LESS OFTEN",
                "NOT (NOT | MUCH | OF | WRITE)* HEAPS MESSAGE",
                "SLOW DOWN ~ MESSAGE",
            ),
            likely=(
                "NOT ME? (WRITE | ME)+ (OF | FILL)* HEAPS",
                "WRITE ME? MUCH* (HEAPS | DEMAIS)",
                "MUCH* HEAPS (FILL | OF)* MESSAGE",
            ),
            alone=(
                "ONLY* WRITE* ME* ONE TIME* PER* WEEK (ENOUGH | FILL)*",
                "LESS",
            ),
            unless=("FRIEND",),
        ),
    ),
)
