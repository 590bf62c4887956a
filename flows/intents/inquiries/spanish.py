"""What people ask, in Spanish."""

from flows.intents.inquiries.phrasing import Phrasing

PHRASING = Phrasing(
    small=(
        "eh em mmm pues oye oiga mira entonces bueno vale ok okay y pero ah ay oh disculpa "
        "disculpe perdon perdona porfa porfavor please pls jaja jajaja wey guey tio tia che o "
        "sea ya sino amigo amiga solo nomas ahorita bien si ahi pue una pregunta oigan tengo duda"
    ),
    polite=("hola ola buenas buenos dias tardes noches gracias senor senora favor por"),
    alike=(
        "q=que k=que ke=que qe=que kien=quien qien=quien quienes=quien kienes=quien kn=con x=por "
        "xq=por+que pq=por+que porque=por+que d=de m=me tas=estas toy=estoy ta=esta sos=eres "
        "vos=tu ud=usted cuanta=cuanto kuanto=cuanto cuantas=cuantos aki=aqui robot=bot "
        "maquina=bot chatbot=bot ia=bot automatico=bot computadora=bot ordenador=bot "
        "humano=persona humana=persona alguien=persona sms=mensajes msj=mensajes msjs=mensajes "
        "mensaje=mensajes textos=mensajes nro=numero num=numero celular=telefono cel=telefono "
        "movil=telefono info=datos informacion=datos eso=esto ese=este borran=borrar "
        "eliminar=borrar elimino=borro quitar=borrar borren=borrar borra=borrar borras=borrar "
        "borre=borrar borres=borrar "
        "eliminen=borrar elimina=borrar tardo=tarda dura=tarda lleva=tarda demora=tarda "
        "toma=tarda durara=tarda tardara=tarda lee=ve leen=ven leer=ver mentora=mentor "
        "tutor=mentor papas=padres kiero=quiero kero=quiero luego=despues dsps=despues mnn=manana "
        "grax=gracias grcs=gracias grasias=gracias garcias=gracias thx=gracias thanks=gracias "
        "holaa=hola olaa=hola hi=hola hello=hola hey=hola saludos=hola holis=hola"
    ),
    ways={
        "mentor": (
            "(no|) (yo|) (quiero|quisiera|me gustaria|puedo|vengo a|prefiero|como puedo|quiero "
            "yo) (ser|hacer de) (un|una|) mentor (yo|)",
            "(quiero|me gustaria|quisiera|puedo) (acompanar|ayudar|apoyar) a (persona|otros|otra "
            "persona|otras personas|jovenes)",
            "(no|) (yo|) soy (un|una|la|el|) mentor",
            "quiero ser mentor no (buscar|tener) (uno|una|mentor)",
        ),
        "mentee": (
            "(no|) (yo|) (quiero|busco|necesito|quisiera|estoy buscando) (tener|encontrar|) (un"
            "|una|) mentor",
            "no (quiero ser|soy) mentor",
        ),
        "stop": (
            "como (hago para|puedo|) (parar|paro|detener|detengo|dejar|dejo|cancelo|cancelar"
            "|salir|salgo|salirme|me salgo) (de|) (esto|este|estos mensajes|los mensajes|recibir "
            "mensajes|recibir estos mensajes|recibir esto|)",
            "como (hago para|puedo) que (no|dejes de|dejen de) (me escribas|me escriban"
            "|escribirme) (mas|)",
        ),
        "delete": (
            "(como|como puedo|como hago para|puedo|quiero|quisiera|me gustaria|pueden|puedes|) "
            "(que|) (borrar|borro|borrarme|borrarlo) (todos|) (mis|los) (datos|mensajes"
            "|respuestas|cuenta)",
            "(como|como puedo|puedo|quiero|) (borrar|borro) mi (cuenta|perfil|datos)",
            "olvida mis datos",
            "(puedes|pueden|quiero que|) (olvida|olvides|olvidar|olviden) (todo|) (sobre|de|) "
            "(mi|mis datos)",
            "(quiero que|quiero|puedes|pueden|) (borrar|borra|borres|borren) (todo|toda) "
            "(lo que (sabes|saben|tienes|tienen)|mi informacion|) (sobre mi|de mi|)",
            "(quiero|tengo) (derecho al olvido|el derecho al olvido|que me olviden)",
            "olvidar",
            "olvidame",
        ),
        "source": (
            "(como|de donde|por que) (tienes|tiene|tienen|sacaste|sacaron|conseguiste"
            "|consiguieron|obtuviste|saben|sabes) (mi|este) (numero|nombre|telefono)",
            "quien (te|le|les) (dio|paso) mi (numero|telefono|nombre)",
            "(como|de donde) me (conoces|conocen)",
        ),
        "sees": (
            "(esto|eso|mis mensajes) quien (mas|) (lo|los|la|) (ve|ven|puede ver|va a ver)",
            "quien (mas|) (puede|pueden|va a|) (ve|ven|ver|vera) (esto|mis mensajes|los mensajes"
            "|este chat|el chat|lo que escribo|lo que digo|mis respuestas|todo esto|mis datos|)",
            "(mi mentor|mi mama|mi papa|mis padres|mi jefe|mi profesor|mi profesora|otros|otras "
            "personas|los demas|ella|el|ellos|dana|mas gente|mi escuela|persona|persona mas) "
            "(puede|pueden|va a|) (ve|ven|ver) (esto|mis mensajes|lo que escribo|lo que digo|mis "
            "respuestas|)",
            "(mi mentor|mi mama|mi papa|mis padres|mi jefe|mi escuela|mi profesor|mi profesora"
            "|persona) (se|lo|) (va|van|puede|pueden|) (a|) (entera|enteran|enterar|saber|sabra"
            "|sabran) (esto|)",
            "(se|lo) (va|van|) (a|) (entera|enteran|enterar|saber) (mi mentor|mi mama|mi papa|mis"
            " padres|persona) (esto|)",
            "(lo|la|esto) (ve|ven|puede ver|va a ver) (mi mentor|mi mama|mis padres|persona"
            "|persona mas|mas gente|mi jefe|dana)",
            "(ve|ven) (esto|) (persona|persona mas|mi mentor) (esto|)",
            "(esto|es|esto es|este chat es|es este chat) (privado|confidencial|secreto|anonimo)",
            "(le|se lo) (vas a|) (dices|decir|cuentas|contar) (esto|) a (mi mentor|mi mama|mis "
            "padres|persona|persona mas|dana)",
        ),
        "machine": (
            "(tu|usted|) (eres|es|esto es|esta es) (un|una|) (bot|persona|persona real|persona "
            "de verdad|real)",
            "(eres|es) (un|una|) (bot|persona) o (un|una|) (bot|persona) (real|de verdad|)",
            "(estoy hablando|hablo|estoy chateando|converso) con (un|una|) (bot|persona|persona "
            "real|persona de verdad)",
            "(hay|esta) (una|) persona (real|) (ahi|aqui|del otro lado|atras|detras|leyendo|)",
            "(esto es|es esto) (un|) bot",
        ),
        "free": (
            "(esto|el programa|este programa|la mentoria|esto si|) es (gratis|gratuito|gratuita"
            "|de pago)",
            "(es|sera) (gratis|gratuito|gratuita) (esto|el programa|)",
            "(esto|el programa) cuanto (cuesta|vale|sale|cobran)",
            "cuanto (cuesta|vale|sale|es|cobran|cobras|hay que pagar|tengo que pagar|me cuesta"
            "|me va a costar|) (esto|el programa|)",
            "(tengo|hay) que pagar (por esto|algo|esto|)",
            "(esto|el programa|este programa|la mentoria|) (cuesta|tiene costo|tiene algun"
            " costo|cobra|cobran) (algo|dinero|plata|)",
            "(me van a|van a|vas a) cobrar (por esto|algo|)",
            "(me|) (va a) (costar|cobrar) (algo|dinero|plata|)",
            "(tiene|hay) (algun|) (costo|coste)",
            "(que|cual es el) (costo|precio) (tiene|es|)",
        ),
        "long": (
            "cuanto (tiempo|) (mas|) (tarda|se tarda|me tarda|va a tardar|es|falta|queda|) (esto"
            "|todo esto|)",
            "cuanto tiempo",
            "cuanto (falta|queda)",
            "(esto|) (tarda|va a tardar|es) (mucho|mucho tiempo|largo)",
            "cuantos (preguntas) (son|faltan|quedan|hay|mas|)",
            "falta mucho",
            "es largo (esto|)",
            "cuanto tiempo (dura|necesito) (esto|)",
        ),
        "term": (
            "cuanto (tiempo|) (tarda|es|va a tardar) (el programa|la mentoria)",
            "hasta cuando (es|tarda) (el programa|la mentoria|esto)",
        ),
        "meeting": (
            "(donde|cuando|a que hora|en que lugar) (es|era|fue|seria|nos vemos|nos juntamos"
            "|quedamos|quedamos de vernos|nos encontramos|nos toca|va a ser|) (la reunion|la cita"
            "|el encuentro|la junta|esto|)",
            "donde (tengo que ir|voy|hay que ir)",
            "(sigue|todavia sigue|todavia esta|aun sigue|sigue todavia) (en pie|en pie lo de hoy"
            "|la reunion|lo de hoy|lo de manana|la cita)",
            "(todavia|aun|siempre|) (nos vemos|nos juntamos|quedamos) (hoy|manana|siempre|todavia"
            "|)",
            "(si|) (hay|tenemos|es) (la|) (reunion|cita) (hoy|manana|)",
            "sigue en pie",
            "que dia (es|era|nos vemos|nos toca)",
            "(cual|que) (es|era) la (direccion|ubicacion)",
            "(me|) (pasas|mandas|das) la (direccion|ubicacion)",
        ),
        "know": (
            "(que|que datos|que cosas|que mas) (sabes|sabe|saben|tienes|tiene|tienen|guardas"
            "|guardan|guarda) (de|sobre|acerca de) (mi|mis datos)",
            "que datos (mios|) (tienes|tienen|guardas|guardan) (mios|)",
            "(puedo|quiero|como puedo) ver mis (datos|respuestas)",
            "(muestrame|ensename|mandame|enviame|dame) (todos|) mis datos",
            "misdatos",
            "mis datos",
            "(quiero|necesito|dame) (una|) copia de mis datos",
            "que te (dije|he dicho|conte)",
        ),
        "fix": (
            "corregir",
            "(quiero|puedo|como puedo|necesito|como|) (corregir|cambiar|cambio|corrijo|modificar"
            "|actualizar) (mis|mi|una|los) (respuestas|respuesta|datos|perfil)",
            "mis (datos|respuestas) (estan|son) (mal|incorrectos|incorrectas|equivocados"
            "|equivocadas)",
        ),
        "fix_name": (
            "mi nombre (esta|) (mal|mal escrito|equivocado|incorrecto)",
            "(escribiste|escribieron|pusiste|pusieron|tienes|tienen) mal mi nombre",
            "(quiero|puedo|como puedo|necesito|como|) (corregir|cambiar|cambio|corrijo) mi nombre",
            "(este|ese) no es mi nombre",
        ),
        "fix_age": (
            "mi edad (esta|es) (mal|equivocada|incorrecta)",
            "(pusiste|pusieron|tienes|tienen) mal mi edad",
            "(quiero|puedo|como puedo|necesito|como|) (corregir|cambiar|cambio|corrijo) mi edad",
            "(este|esa) no es mi edad",
        ),
        "next": (
            "(ahora|) que (pasa|sigue|viene|va a pasar|pasara|hago|tengo que hacer|hay que hacer"
            "|debo hacer|toca) (ahora|despues|aqui|con esto|)",
            "ahora que",
            "que mas",
            "(que|cual es el) (siguiente|siguiente paso|proximo paso)",
            "como (funciona|es|va) (esto|el programa|)",
            "de que se trata (esto|)",
            "(tienen|tienes|hay|encontraron|consiguieron) (a|) (un|una|mi|) (persona|mentor) (para"
            "|) (mi|)",
            "cuando (empezamos|empiezo|empieza|comenzamos|comienza|comienzo) (esto|)",
            "cuando (voy a|) (tener|tengo|conozco|conocer|me dan|sabre) (a|) (un|mi|algo"
            "|) (mentor|persona|)",
            "(hay|alguna|tienen|tienes) (alguna|) (novedad|novedades|noticias)",
            "(me|) (encontraron|encontraste|consiguieron|hallaron) (un|a|) (mentor|persona)",
            "quien es mi mentor",
            "tengo mentor",
            "cuanto (tengo que|hay que|debo) esperar",
            "cuando me (van a|) (dicen|decir|avisan|avisar|contestan|contestar|responden|responder"
            "|escriben|escribir|llaman|llamar|hablan|hablar) (algo|quien es|)",
            "cuando me toca (a mi|(un|mi|) (mentor|persona))",
            "me (dicen|avisan|escriben|llaman|contestan) (algo|) cuando",
            "cuando (voy a|) (saber|se|sabre|tener|tendre) (algo|respuesta|noticias|una "
            "respuesta|)",
            "cuando (hay|tienen|habra) (noticias|respuesta|novedades)",
        ),
        "who": (
            "quien (eres|es|sos|habla|me habla|escribe|me escribe|son|son ustedes|eres tu|es "
            "usted|es este|es esto|esta ahi|manda esto|me manda esto)",
            "quien",
            "con quien (hablo|estoy hablando|tengo el gusto|chateo)",
            "de quien es (este|este numero|esto|el numero)",
            "(que|quien) (es|eres) (esto|este|este numero|bridge|tu|usted)",
            "que es",
            "(esto|) es (esto|) (una|) (estafa|real|verdad|en serio|broma|de verdad|spam)",
            "(nos|te|lo|la) conozco",
            "de (parte|donde) de quien",
            "de donde (eres|escribes|son)",
            "(esto|) (para|) que es (esto|)",
            "para que (es esto|sirve esto|sirve)",
            "que quieres",
            "quien (esta detras|esta detras de esto|organiza esto|dirige esto)",
            "que haces",
            "que (puedes|sabes) hacer",
            "como te llamas",
            "tu quien eres",
            "de que es esto",
        ),
        "goal": (
            "cual (es|era) mi (meta|objetivo)",
            "(cuales son|como veo|quiero ver|puedo ver|donde veo|muestrame|ver) (mi|mis) (meta"
            "|metas|objetivo|objetivos)",
            "(quiero|puedo|como|quisiera|necesito|me gustaria|) (cambiar|cambio|poner|agregar"
            "|corregir|tener) (mi|mis|la|una|otra|el|un|otro) (nueva|nuevo|) (meta|metas|objetivo)",
            "(ya|) (logre|cumpli|alcance|termine|consegui) mi (meta|objetivo)",
        ),
        "answers": (
            "(quiero|puedo|como|quisiera|necesito|tengo que|me gustaria|) (cambiar|cambio|corregir"
            "|ver|modificar|actualizar) (mi|mis|una|los|el) (respuesta|respuestas|horario|horarios"
            "|edad|nombre|temas|perfil|disponibilidad)",
            "(cambio|cambiaron|me cambiaron) (mi|mis|el|los) (horario|horarios)",
            "me equivoque (de|en) (el|la|mi|mis|) (horario|horarios|edad|nombre|respuesta)",
        ),
        "number": (
            "(este es|tengo|este es mi|mi|) (mi|un|otro|el) (nuevo|) (numero|telefono) (nuevo|) "
            "(ahora|)",
            "(cambie|voy a cambiar|cambio|he cambiado|cambiare) (de|mi|el) (numero|numero de "
            "telefono|telefono)",
            "(tengo|este es mi) (otro|nuevo|un nuevo|un numero) (numero|telefono|nuevo)",
            "como cambio mi numero",
            "ya no tengo (ese|este|el mismo) numero",
        ),
        "return": (
            "(puedo|quiero|podria|como puedo|quisiera|me gustaria|se puede|como hago para|como) "
            "(volver|regresar|entrar|vuelvo|inscribirme|unirme|participar) (a entrar|otra vez|de "
            "nuevo|a participar|a inscribirme|al programa|)",
            "(quiero|puedo) estar (otra vez|de nuevo)",
            "cambie de (opinion|idea)",
            "me arrepenti",
            "(me arrepenti|cambie de opinion|cambie de idea) (quiero|puedo) (volver|regresar)",
            "ya (regrese|volvi|estoy de vuelta|estoy aqui|llegue)",
            "(estoy de vuelta|estoy de regreso)",
            "regrese",
            "volvi",
        ),
        "later": (
            "(no|) (ahora|ahorita|hoy) (no|)",
            "(preguntame|escribeme|avisame|recuerdame) (otra vez|) (manana|despues|al rato|otro "
            "dia)",
            "(manana|al rato) te (contesto|respondo|escribo|digo|aviso|hablo)",
            "(mas tarde|mas tardecito|al rato|despues|otro dia|otro momento|en otro momento|en "
            "un rato|en un momento|un momento|dame un momento|dame un minuto|espera|espera un "
            "momento|espera un poco)",
            "(despues|luego|al rato|mas tarde) (te|lo|le|) (contesto|respondo|escribo|hablo"
            "|hablamos)",
            "(te|lo|le|) (contesto|respondo|escribo|hago|digo|aviso|hablo|hablamos) (mas tarde"
            "|despues|al rato|luego|en un rato|manana)",
            "(estoy|ando|toy) (muy|) (ocupado|ocupada|trabajando|en clase|en el trabajo|manejando"
            "|en la escuela|en una reunion)",
            "no (tengo tiempo|puedo) (ahora|hoy|ahorita|hablar|)",
            "luego",
            "ahora no (puedo|)",
        ),
        "thanks": (
            "gracias",
            "(muchas|mil|muchisimas|) gracias (por todo|por la ayuda|por la informacion|por "
            "avisar|por la datos|por esto|dana|igualmente|a ti|a usted|a ustedes|)",
            "(te lo|se lo|) agradezco (mucho|)",
            "muy amable (gracias|)",
            "(perfecto|genial|excelente|listo|chevere|super|que bueno) (muchas|) gracias",
            "dios (te|le|los) bendiga",
        ),
        "hello": (
            "hola",
            "buenas",
            "(hola|) (buenas|buenos|muy buenas|muy buenos) (dias|tardes|noches|) (a todos|dana|)",
            "hola (hola|que tal|como estas|como esta|que hay|de nuevo|otra vez|dana|a todos)",
            "(como estas|como esta|que tal|como te va|como andas|que onda|que hubo|quiubo|que hay)",
            "(estas|esta|hay persona|sigues) (ahi|ahi persona)",
            "hola hay persona ahi",
            "alo",
        ),
    },
)
