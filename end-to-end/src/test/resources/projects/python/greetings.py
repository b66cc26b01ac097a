def to(name):
    return f"Hello, {name}!"
