import unittest

import greetings


class GreetingsTest(unittest.TestCase):
    def test_greets_by_name(self):
        self.assertEqual("Hello, python!", greetings.to("python"))
