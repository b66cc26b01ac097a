<?php

final class Greetings
{
    public static function to(string $name): string
    {
        return "Hello, $name!";
    }
}
