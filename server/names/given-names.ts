/**
 * Families of given names: forms of one name in Belarusian, Russian and Ukrainian, the short
 * forms by which people are known in public, and foreign spellings that no sound rule reaches.
 * The first form is the family's head and gives its key. Words that are separate names today
 * (Юрый and Георгій, Ян and Іван in documents) are kept apart unless the press uses them for
 * one another.
 *
 * Sources: the list in "Belarusian name", en.wikipedia.org/wiki/Belarusian_name (Васіль ~
 * Базыль, Дзмітры ~ Зміцер, Леанід ~ Лявон, Ганна, Вольга, Кацярына); the Russian and Ukrainian
 * equivalents are those of the three languages' usual pairs. Reference dictionary for doubtful
 * ones: Г. К. Усціновіч, Слоўнік асабовых уласных імёнаў, Мінск 2011, ISBN 978-985-6941-10-1.
 */
const LINES = `
Аляксандр Александр Олександр Alexander Aleksander Алесь Олесь Саша Sacha Лёксандр
Аляксандра Александра Олександра Alexandra
Аляксей Алексей Олексій Олекса Aleksy Лёша
Анатоль Анатолий Анатолій
Алег Олег
Андрэй Андрей Андрій Андрусь Andrew Andrzej Анджэй Andreas
Анжаліка Анжелика Анжеліка Angelica Andżelika
Антон Антось Anthony Antoni
Апанас Афанасий Панас Опанас Atanas
Аркадзь Аркадий Аркадій
Арсень Арсен Арсений Арсеній
Арцём Артём Артем Артемий Артемій
Багдан Богдан
Валер Валерый Валерий Валерій
Валянцін Валентин Valentine
Васіль Василий Базыль Basil Vasyl
Вінцэнт Викентий Вікенцій Vincent Вінцук
Віктар Виктор Victor Wiktor
Віталь Віталій Виталий
Вячаслаў Вячеслав В'ячеслав Slava
Генадзь Геннадий Геннадій
Георгій Георгий Georgy George Heorhii
Рыгор Григорий Григорій Gregory Рыгорка Hryhir
Глеб Гліб
Данііл Даніла Даниил Данила Данило Daniel
Дзяніс Денис Dennis Denys
Дзмітрый Дзмітры Зміцер Змітро Дмитрий Дмитро Dima Міця
Дамінік Dominic
Захар Захарий
Іван Ян Янка Ivan Jan Johann
Ігар Игорь Ігор
Ігнат Игнатий Ігнацій Гнат Ignacy
Ілля Илья Ilya
Язэп Юзэф Юзаф Іосіф Осіп Восіп Иосиф Осип Йосип Joseph Józef
Казімір Казимир Kazimierz Casimir
Канстанцін Константин Костянтин Кастусь Konstanty Constantine
Кірыл Кірыла Кирилл Кирило Cyril
Кузьма Козьма
Лаўрэн Лаврентий Лаўрэнцій Lawrence
Леанід Леонид Леонід Лявон
Мікіта Никита Микита Nikita
Мікалай Николай Микола Мікола Nicholas Nikolaus Mikołaj
Міхаіл Михаил Михайло Міхась Міхал Michael Michał
Максім Максим Maxime
Мацвей Матвей Матвій Матфей Matthew Мацей Maciej
Матэвуш Mateusz
Нічыпар Никифор Ничипор
Павел Павло Паўлюк Паўла Paul
Пётр Пятро Пётра Петро Piotr Peter Пятрусь
Пракоп Прокофий Прокіп
Піліп Филипп Пилип Philip
Сафрон Софрон
Сцяпан Степан Стефан Стафан Stephen Szczepan
Станіслаў Станислав Стась Stanisław
Сымон Семён Семен Сямён Симон Simon Szymon
Сяргей Сергей Сергій Сяржук Серж
Тодар Фёдар Фёдор Федір Хведар Хведзька Theodore
Тамаш Фама Фома Thomas Tomasz Хама
Цімафей Тимофей Тимофій Цімох Timothy
Ціхан Тихон
Уладзіслаў Владислав Władysław Влад Улад Ладзіслаў
Уладзімір Владимир Володимир Wladimir Włodzimierz Вова Валодзя Володя Vladzimir
Усевалад Всеволод
Фелікс Феликс
Францішак Франц Франтишек Franciszek Francis Францыск
Юрый Юрий Юрій Юрась Jerzy
Ягор Егор Єгор
Якаў Яков Яків Якуб Jacob
Яраслаў Ярослав
Яўген Евгений Євген Eugene Eugen
Яўхім Ефим Юхим Яхім
Яўстах Евстафий Остап
Ганна Анна Hanna Anna Аня
Аксана Оксана Oxana Ксенія Ксения Аксіння Аксинья Xenia
Алена Елена Олена Алёна Helena Helen Лена
Алеся Олеся
Аляўціна Алевтина
Агата Агафья Агафія
Антаніна Антонина Антоніна
Анастасія Анастасия Наста Насця Настя Настасся Anastazja
Вольга Ольга Olha Helga Оля
Вікторыя Виктория Вікторія Вика Віка
Валянціна Валентина
Галіна Галина Галя Halyna
Дар'я Дарья Дар'я Darya Daria Дарыя Даша Одарка
Ефрасіння Евфросинья Фрасіння
Еўдакія Евдокия Аўдоцця Явдоха
Кацярына Екатерина Катерина Catherine Katherine Катя Каця Katarzyna
Крысціна Кристина Христина Christina
Людміла Людмила Люда
Магда Магдалена Магдаліна
Маргарыта Маргарита Рита Рыта
Марыя Мария Марія Марыся Мар'я Марья Маша
Надзея Надежда Надія
Наталля Наталья Наталия Наталія Наташа Natalie Ната
Паліна Полина Пауліна Pauline Паўліна
Пелагея Пелагія Палагея
Святлана Светлана Світлана Света
Соф'я Софья София Софія Сафія Sophia Зоф'я Zofia
Таццяна Татьяна Тетяна Таня Tatjana
Фёкла Тэкля Текля
Юлія Юлия Julia Юля
Яўгенія Евгения Євгенія Eugenia Женя
Ядвіга Ядвига Jadwiga Hedwig
Эльжбета Елизавета Лізавета Єлизавета Elizabeth Альжбета
`

/** One array a family, its head first; forms as they are written. */
export const GIVEN_NAME_FAMILIES: ReadonlyArray<readonly string[]> = LINES.trim()
  .split('\n')
  .map((line) => line.split(' '))
