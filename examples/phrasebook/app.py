"""A phrasebook that speaks the visitor's own language too: a theme, and translations by gr.I18n."""

import gradio as gr

TEXTS = {
    "en": ["Phrasebook", "I would like to say", "In", "Good day!", "Thank you!", "A coffee, please."],
    "de": ["Sprachführer", "Ich möchte sagen", "Auf", "Guten Tag!", "Danke!", "Einen Kaffee, bitte."],
    "es": ["Guía de frases", "Quiero decir", "En", "¡Buenos días!", "¡Gracias!", "Un café, por favor."],
    "fr": ["Guide de conversation", "Je voudrais dire", "En", "Bonjour !", "Merci !", "Un café, s’il vous plaît."],
    "ja": ["フレーズ集", "言いたいこと", "言語", "こんにちは！", "ありがとう！", "コーヒーをください。"],
    "ar": ["كتاب العبارات", "أودّ أن أقول", "باللغة", "نهارك سعيد!", "شكرًا!", "قهوة من فضلك."],
}
KEYS = ["title", "say", "language", "hello", "thanks", "coffee"]
LANGUAGES = {"Deutsch": "de", "English": "en", "Español": "es", "Français": "fr", "日本語": "ja", "العربية": "ar"}

translations = {language: dict(zip(KEYS, texts, strict=True)) for language, texts in TEXTS.items()}
i18n = gr.I18n(**translations)


def say(phrase, language):
    return f'<p lang="{language}" dir="auto" class="phrase">{translations[language][phrase]}</p>'


CSS = ".phrase { margin: 0; padding: 1.5rem 0; text-align: center; font-size: 2.25rem; font-weight: 600; }"

with gr.Blocks(title="Phrasebook") as demo:
    gr.Markdown(f"# {i18n('title')}")
    phrase = gr.Radio([(i18n(key), key) for key in KEYS[3:]], value="coffee", label=i18n("say"))
    language = gr.Radio(list(LANGUAGES.items()), value="fr", label=i18n("language"))
    page = gr.HTML(say("coffee", "fr"), container=True)
    gr.on([phrase.change, language.change], say, [phrase, language], page, show_progress="hidden")

demo.launch(
    theme=gr.themes.Default(primary_hue="violet", neutral_hue="slate").set(block_radius="18px"), css=CSS, i18n=i18n
)
