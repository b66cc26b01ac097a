<?php

require_once __DIR__ . '/Greetings.php';

final class GreetingsTest extends PHPUnit\Framework\TestCase
{
    public function testGreetsByName(): void
    {
        $this->assertSame('Hello, php!', Greetings::to('php'));
    }
}
