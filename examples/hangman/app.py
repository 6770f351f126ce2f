"""Guess the word: it and your letters are kept in a State of an Interface."""

import random

import gradio as gr

WORDS = ["anchor", "bridge", "candle", "desert", "ember", "forest", "glacier", "harbour", "island", "juniper"]
LIVES = 8


def new_game():
    return {"word": random.choice(WORDS), "guessed": []}


def guess(letter, game):
    letter = (letter or "").strip().lower()
    if game is None or is_over(game):
        game = new_game()
    if len(letter) != 1 or not letter.isalpha():
        return shown(game), misses(game), "Guess one letter.", game
    if letter not in game["guessed"]:
        game["guessed"].append(letter)
    return shown(game), misses(game), verdict(game), game


def shown(game):
    return " ".join(letter if letter in game["guessed"] else "_" for letter in game["word"])


def misses(game):
    return " ".join(letter for letter in game["guessed"] if letter not in game["word"])


def is_won(game):
    return set(game["word"]) <= set(game["guessed"])


def is_over(game):
    return is_won(game) or len(misses(game).split()) >= LIVES


def verdict(game):
    if is_won(game):
        return "You got it! Guess again for a new word."
    left = LIVES - len(misses(game).split())
    return f"{left} misses left." if left else f"It was “{game['word']}”. Guess again for a new word."


demo = gr.Interface(
    guess,
    [gr.Textbox(label="Letter", max_length=1), gr.State(new_game)],
    [gr.Textbox(label="Word"), gr.Textbox(label="Misses"), gr.Textbox(label="Verdict"), gr.State()],
    title="Hangman",
    description=f"Guess the word letter by letter, with fewer than {LIVES} misses.",
    submit_btn="Guess",
    clear_btn="New game",
    flagging_mode="never",
)

demo.launch()
